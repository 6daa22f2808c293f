import type { LookUpResult } from './measure/measure-look-ups.ts'
import type { PolicyResult, WorkResult } from './measure/measure-work.ts'
import { median } from './measure/percentile.ts'
import type { Spread } from './measure/percentile.ts'
import type { WebResult } from './measure/measure-web.ts'
import type { Sizes } from './measure/read-sizes.ts'

export interface Report {
  made: { size: number; today: string; rows: number; seconds: number }
  machine: { cores: number; model: string; memoryGb: number; node: string; load: number[] }
  at: string
  works: WorkResult[]
  policies: PolicyResult[]
  recordings: { work: string; statements: string[] }[]
  lookUps: LookUpResult[]
  web: WebResult
  starts: number[]
  /** Seconds that the job took to count everything for directors. */
  counting: number
  memory: { idle: number; after: number }
  sizes: Sizes
}

const one = (value: number) => value.toFixed(1)
const two = (value: number) => value.toFixed(2)
const spread = ({ median: middle, least, most }: Spread, show = two) =>
  `${show(middle)} (${show(least)}–${show(most)})`
const reached = (is: boolean) => (is ? 'reached' : 'not reached')

/** Prints what was measured beside what it should reach. */
export function printReport(
  report: Report,
  smallest: Report | undefined,
  say: (line: string) => void,
): void {
  const { machine, made, memory, sizes, web } = report
  say('')
  say(
    `${machine.cores} × ${machine.model}, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load.join(' ')}`,
  )
  say(`${made.size} persons and cases, ${made.rows} rows, made in ${made.seconds} s`)
  say('')
  table(say, [
    [
      'work',
      'conn.',
      'p50 ms',
      'p95 ms',
      'p50 of 10k',
      'per s',
      'bare per s',
      'of bare SQL',
      'stmts',
      'bytes',
      'target',
    ],
    ...report.works.map((each) => [
      each.work,
      String(each.connections),
      one(each.p50),
      one(each.p95),
      growthOf(each, smallest),
      one(each.rate.median),
      one(each.bare.rate.median),
      spread(each.ratio),
      String(each.statements),
      String(each.bytes),
      targetOf(each),
    ]),
  ])
  say('')
  table(say, [
    ['row security', 'with, ms', 'by hand, ms', 'ratio', 'target ≤ 1.3'],
    ...report.policies.map((each) => [
      each.work,
      spread(each.withPolicies),
      spread(each.byHand),
      spread(each.ratio),
      reached(each.ratio.median <= 1.3),
    ]),
  ])
  say('')
  table(say, [
    ['look-up', 'n', 'p50 ms', 'p95 ms', 'most ms', 'p95 target', 'in first ten', 'target ≥ 0.98'],
    ...report.lookUps.map((each) => {
      const within = /^exact$|birth date/.test(each.way) ? 20 : 30
      return [
        each.way,
        String(each.looked),
        one(each.p50),
        one(each.p95),
        one(each.most),
        `≤ ${within}: ${reached(each.p95 <= within)}`,
        two(each.recall),
        reached(each.recall >= 0.98),
      ]
    }),
  ])
  say('')
  say(
    `browser: ${web.script} kB of script until Today (250: ${reached(web.script <= 250)}), list ${spread(web.list, one)} ms (500: ${reached(web.list.median <= 500)}), record ${spread(web.record, one)} ms (150: ${reached(web.record.median <= 150)})`,
  )
  const start = median(report.starts)
  say(`summaries for directors reckoned in ${one(report.counting)} s`)
  say(`cold start ${two(start)} s (target 1.0: ${reached(start <= 1)})`)
  say(
    `memory idle ${memory.idle} MB (150: ${reached(memory.idle <= 150)}), after ${memory.after} MB (300: ${reached(memory.after <= 300)})`,
  )
  say(
    `database ${sizes.whole.toFixed(0)} MB; without access, audit and history ${sizes.rest.toFixed(0)} MB: × ${two(sizes.ratio)} (2: ${reached(sizes.ratio <= 2)}); without the ids of commands too × ${two(sizes.whole / (sizes.rest - sizes.commands))}`,
  )
}

/** How many times the p50 is that among ten thousand. */
function growthOf({ work, connections, p50 }: WorkResult, smallest: Report | undefined): string {
  const before = smallest?.works.find(
    (each) => each.work === work && each.connections === connections,
  )
  return before ? `× ${two(p50 / before.p50)}` : ''
}

function targetOf({ work, connections, p50, p95, ratio }: WorkResult): string {
  if (work.startsWith('counts')) return connections === 1 ? `p50 ≤ 30: ${reached(p50 <= 30)}` : ''
  if (work.startsWith('search')) return connections === 1 ? `p95 ≤ 50: ${reached(p95 <= 50)}` : ''
  if (work.startsWith('today')) return connections === 1 ? `p95 ≤ 20: ${reached(p95 <= 20)}` : ''
  return connections === 8 ? `≥ 0.50 of bare: ${reached(ratio.median >= 0.5)}` : ''
}

function table(say: (line: string) => void, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  for (const row of rows) {
    say(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}
