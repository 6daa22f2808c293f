import { hash } from 'node:crypto'
import type { CaseStory } from './case-story.ts'
import { escapeCell } from './copy-line.ts'
import type { Cell } from './copy-line.ts'
import type { RowsByDay } from './rows-by-day.ts'
import { columnsOf } from './tables.ts'
import type { FilledTable } from './tables.ts'

/** Where rows go. */
export type Rows = Pick<RowsByDay, 'add'>

interface Acts {
  /** The command by which such a row comes about, where it does not come along with another one. */
  made?: string
  /** The commands that change it afterwards, and how often they do. */
  changed?: string
  times?: (cell: (column: string) => Cell) => number
  /** Whether the state before each change is kept; of what is still being answered it is not. */
  kept?: false
}

const once = (is: boolean) => (is ? 1 : 0)

/** The rows that come of commands; all others come along with one of these. */
const acts: Partial<Record<FilledTable, Acts>> = {
  request: { made: 'receiveRequest', changed: 'takeStep', times: () => 2 },
  case_file: {
    made: 'acceptRequest',
    changed: 'closeCase',
    times: (cell) => once(cell('status') === 'closed'),
  },
  // Each answer is kept as it is given; then the whole is completed.
  assessment: {
    made: 'startAssessment',
    changed: 'saveAnswer',
    times: (cell) => Object.keys(JSON.parse(String(cell('answers'))) as object).length + 1,
    kept: false,
  },
  need: { made: 'addNeed', changed: 'endNeed', times: (cell) => once(cell('outcome') !== null) },
  plan: { made: 'startPlan', changed: 'proposePlan', times: () => 2 },
  goal: { made: 'addGoal' },
  goal_progress: { made: 'recordProgress' },
  consent: { made: 'giveConsent' },
  referral: {
    made: 'referClient',
    changed: 'stepReferral',
    times: (cell) => once(cell('seen_at') !== null),
  },
  contact: { made: 'recordContact' },
  task: { made: 'addTask', changed: 'endTask', times: (cell) => once(cell('done_at') !== null) },
  review: { made: 'recordReview' },
  follow_up: { changed: 'endFollowUp', times: (cell) => once(cell('done_on') !== null) },
}

const placeOf = Object.fromEntries(
  Object.entries(columnsOf).map(([table, columns]) => [table, columns.split(', ')]),
) as Record<FilledTable, string[]>

/**
 * The rows of a case with what they leave in the agency's memory: each command with its line on the
 * audit trail, each state that was changed, and that the file was opened before every contact. Answers
 * of commands are long forgotten; the lines are of an era that no seal covers.
 */
export function keepTrail(
  rows: Rows,
  {
    agency,
    caseId,
    manager,
    id,
    at,
  }: Pick<CaseStory, 'agency' | 'caseId' | 'manager' | 'id' | 'at'>,
): Rows {
  const note = (day: number, verb: string, record: string) => {
    const requestId = id(day)
    const bytes = `\\\\x${hash('sha256', requestId)}`
    const moment = at(day)
    const records = record === caseId ? '{}' : `{${record}}`
    rows.add(
      day,
      'audit',
      moment,
      agency.id,
      manager,
      verb,
      `{${caseId}}`,
      records,
      'done',
      requestId,
      bytes,
    )
    return { bytes, moment }
  }
  const command = (day: number, verb: string, record: string) => {
    const { bytes, moment } = note(day, verb, record)
    rows.add(day, 'command', id(day), manager, verb, bytes, moment)
    return moment
  }
  return {
    add(day, table, ...cells) {
      rows.add(day, table, ...cells)
      const act = acts[table]
      if (!act) return
      const columns = placeOf[table]
      const times = act.times?.((column) => cells[columns.indexOf(column)] ?? null) ?? 0
      const record = String(cells[0])
      if (table === 'contact') note(day, 'readCase', caseId)
      if (act.made) command(day, act.made, record)
      for (let n = 0; act.changed && n < times; n++) {
        const moment = command(day, act.changed, record)
        if (act.kept === false) continue
        const old = stateOf(columns, cells)
        rows.add(day, 'history', table, record, caseId, 'core', moment, manager, old)
      }
    },
  }
}

/** A row as `to_jsonb` tells it. */
function stateOf(columns: readonly string[], cells: readonly Cell[]): string {
  return escapeCell(
    JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, cells[at]]))),
  )
}
