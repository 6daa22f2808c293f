import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, runStep } from './run-step.ts'
import type { Outcome, Step } from './run-step.ts'

const steps: Step[] = [
  { title: 'format', command: ['prettier', '--check', '--cache', '--log-level', 'warn', '.'] },
  { title: 'lint', command: ['oxlint', '--type-aware', '--quiet'] },
  { title: 'types of domain', command: ['tsc', '-p', 'domain'] },
  { title: "types of domain's tests", command: ['tsc', '-p', 'domain/tsconfig.test.json'] },
  { title: 'types of server', command: ['tsc', '-p', 'server'] },
  { title: 'types of web', command: ['tsc', '-p', 'web'] },
  { title: 'types of journeys', command: ['tsc', '-p', 'journeys'] },
  { title: 'nothing unused', command: ['knip', '--no-progress', '--no-config-hints'] },
  { title: 'style sheets know no left and right', command: ['node', 'tools/check-css.ts'] },
  { title: 'every word in both languages', command: ['node', 'tools/check-words.ts'] },
  {
    title: 'database types are fresh',
    command: ['node', 'tools/generate-database-types.ts', '--check'],
  },
]

/** A step whose program is not written yet has nothing to check. */
function isThere({ command: [program, file] }: Step): boolean {
  return program !== 'node' || file === undefined || existsSync(join(root, file))
}

async function checkAll(): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const waiting = steps.filter(isThere)
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      outcomes.push(await runStep(step))
    }
  }
  await Promise.all([work(), work()])
  return steps.flatMap(({ title }) => outcomes.filter((outcome) => outcome.title === title))
}

const outcomes = await checkAll()
for (const { title, said } of outcomes.filter(({ passed }) => !passed)) {
  console.log(`\n──── ${title}\n${said.trim()}`)
}
console.log()
for (const { title, passed, seconds } of outcomes) {
  console.log(`${passed ? '✓' : '✗'} ${title.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s`)
}
const failed = outcomes.filter(({ passed }) => !passed).length
console.log(`\n${outcomes.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
