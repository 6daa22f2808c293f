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
  /** What each change changes, and so leaves in the history; what is still being answered leaves nothing. */
  what?: string[]
}

const once = (is: boolean) => (is ? 1 : 0)

/** The rows that come of commands; all others come along with one of these. */
const acts: Partial<Record<FilledTable, Acts>> = {
  request: {
    made: 'receiveRequest',
    changed: 'takeStep',
    times: () => 2,
    what: ['status', 'decided_at', 'decided_by', 'case_id'],
  },
  case_file: {
    made: 'acceptRequest',
    changed: 'closeCase',
    times: (cell) => once(cell('status') === 'closed'),
    what: ['status', 'closed_on'],
  },
  // Each answer is kept as it is given; then the whole is completed.
  assessment: {
    made: 'startAssessment',
    changed: 'saveAnswer',
    times: (cell) => Object.keys(JSON.parse(String(cell('answers'))) as object).length + 1,
  },
  need: {
    made: 'addNeed',
    changed: 'endNeed',
    times: (cell) => once(cell('outcome') !== null),
    what: ['outcome', 'outcome_reason', 'outcome_on'],
  },
  plan: {
    made: 'startPlan',
    changed: 'proposePlan',
    times: () => 2,
    what: ['status', 'proposed_at', 'in_force_on'],
  },
  goal: { made: 'addGoal' },
  goal_progress: { made: 'recordProgress' },
  consent: { made: 'giveConsent' },
  referral: {
    made: 'referClient',
    changed: 'stepReferral',
    times: (cell) => once(cell('seen_at') !== null),
    what: ['status', 'seen_at', 'outcome', 'outcome_by', 'outcome_on'],
  },
  contact: { made: 'recordContact' },
  task: {
    made: 'addTask',
    changed: 'endTask',
    times: (cell) => once(cell('done_at') !== null),
    what: ['done_at', 'done_by'],
  },
  review: { made: 'recordReview' },
  follow_up: {
    changed: 'endFollowUp',
    times: (cell) => once(cell('done_on') !== null),
    what: ['done_on', 'done_by', 'reached', 'how_now'],
  },
}

const placeOf = Object.fromEntries(
  Object.entries(columnsOf).map(([table, columns]) => [table, columns.split(', ')]),
) as Record<FilledTable, string[]>

/**
 * The rows of a case with what they leave in the agency's memory: each command with its line on the
 * audit trail, what each change changed, and that the file was opened before every contact. What
 * commands said and were answered is long forgotten; the lines are of an era that no seal covers.
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
    return moment
  }
  const command = (day: number, verb: string, record: string) => {
    const moment = note(day, verb, record)
    rows.add(day, 'command', id(day), manager, '', '', moment)
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
        if (!act.what) continue
        const old = partOf(act.what, columns, cells, n + 1)
        rows.add(day, 'history', table, record, caseId, 'core', moment, manager, old)
      }
    },
  }
}

/** What the trigger keeps: the columns that changed, and which version it was. */
function partOf(
  what: readonly string[],
  columns: readonly string[],
  cells: readonly Cell[],
  version: number,
): string {
  const old = what.map((name) => [name, cells[columns.indexOf(name)]])
  return escapeCell(JSON.stringify({ version, ...Object.fromEntries(old) }))
}
