import { needDomains } from '../assessment/grid.ts'

/** A column of a summary: what came in or went out in a period. */
export interface FlowColumn {
  code: string
  /** Counted by month as well as for the whole period. */
  byMonth: boolean
}

/**
 * A summary is a book of stock: for each row and period, what was there at its beginning and what
 * `came` are together what `went` and what is `left` at its end. Without `left` nothing is carried
 * over: all that came went in the same period. A thing comes once and goes at most once.
 */
export interface Topic {
  code: string
  rows: 'programme' | 'need_domain'
  came: readonly FlowColumn[]
  went: readonly FlowColumn[]
  left?: string
}

const whole = (...codes: string[]) => codes.map((code) => ({ code, byMonth: false }))

/**
 * All that a director is told, fixed before anything is counted. No two topics count the same
 * things by the same rows, so that no number of one can be taken from a number of the other:
 * `requests` does not tell which of the decided ones were accepted, since those opened a case.
 */
export const topics = [
  {
    code: 'cases',
    rows: 'programme',
    came: [{ code: 'opened', byMonth: true }],
    went: [{ code: 'closed', byMonth: true }],
    left: 'open',
  },
  {
    code: 'needs',
    rows: 'need_domain',
    came: whole('found'),
    went: whole('met', 'partly_met', 'unmet'),
    left: 'unanswered',
  },
  {
    code: 'referrals',
    rows: 'need_domain',
    came: whole('sent'),
    went: whole(
      'got_help',
      'partly',
      'not_eligible',
      'no_capacity',
      'not_reached',
      'no_longer_wanted',
      'referred_elsewhere',
    ),
    left: 'no_outcome',
  },
  {
    code: 'requests',
    rows: 'programme',
    came: whole('received'),
    went: whole('decided'),
    left: 'waiting',
  },
  {
    code: 'first_service',
    rows: 'programme',
    came: whole('within_7', 'within_30', 'within_90', 'later'),
    went: whole('served'),
  },
] as const satisfies readonly Topic[]

export type TopicCode = (typeof topics)[number]['code']
export const topicCodes = topics.map(({ code }) => code) as [TopicCode, ...TopicCode[]]

export function topicOf(code: TopicCode): Topic {
  const found = topics.find((topic) => topic.code === code)
  if (!found) throw new RangeError(`No summary is called ${code}`)
  return found
}

/** The columns of a topic in the order in which they are read. */
export function columnsOf({ came, went, left }: Topic): string[] {
  const flows = [...came, ...went].map(({ code }) => code)
  return left ? [...flows, left] : flows
}

/** The rows of the topics by need: fixed, whether or not anything was counted. */
export const needRows: readonly string[] = needDomains

/** The row that stands for all others together. */
export const allRows = 'all'

/** The upper ends, in days, of the bands from a request to the first service; above them `later`. */
export const serviceBands = [
  { upTo: 7, code: 'within_7' },
  { upTo: 30, code: 'within_30' },
  { upTo: 90, code: 'within_90' },
] as const

/** The band in which so many days from request to first service fall. */
export function bandOf(days: number): string {
  return serviceBands.find(({ upTo }) => days <= upTo)?.code ?? 'later'
}
