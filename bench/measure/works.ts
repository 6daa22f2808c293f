import { v7 as newId } from 'uuid'
import type { HttpRequest } from './over-http.ts'

/** One kind of work that is measured. */
export interface Work {
  name: string
  /** Who does it, by the name she signs in with. */
  by: string
  /** The requests, one after the other, and what in each differs from the first one. */
  request: () => { http: HttpRequest; changes: ReadonlyMap<string, string> }
  /** Reads are compared with the same statements without row security. */
  reads: boolean
}

const none = new Map<string, string>()

/** Goes round the cases; `first` stands in the recorded statements. */
function goRound(cases: readonly string[]) {
  let turn = 0
  const first = cases[0] ?? ''
  return () => {
    const id = cases[turn++ % cases.length] ?? first
    return { id, changes: new Map([[first, id]]) }
  }
}

export interface WhoseCases {
  workerCases: readonly string[]
  /** What is written goes into another worker's cases: what is read stays as it was made. */
  writerCases: readonly string[]
  supervisorCases: readonly string[]
}

/** The table of works; each starts with its first case, whose statements are recorded. */
export function listWorks({ workerCases, writerCases, supervisorCases }: WhoseCases): Work[] {
  const same = (path: string) => () => ({ http: { method: 'GET', path } as const, changes: none })
  const openFile = (cases: readonly string[]) => {
    const next = goRound(cases)
    return () => {
      const { id, changes } = next()
      return { http: { method: 'GET', path: `/api/cases/${id}` } as const, changes }
    }
  }
  return [
    {
      name: 'caseload list, 60 cases',
      by: 'worker-0',
      request: same('/api/cases?limit=50'),
      reads: true,
    },
    {
      name: 'caseload list, 2 000 cases',
      by: 'supervisor-0',
      request: same('/api/cases?limit=50'),
      reads: true,
    },
    { name: 'case file, 60 cases', by: 'worker-0', request: openFile(workerCases), reads: true },
    {
      name: 'case file, 2 000 cases',
      by: 'supervisor-0',
      request: openFile(supervisorCases),
      reads: true,
    },
    {
      name: 'contact with note',
      by: 'worker-1',
      request: recordContact(writerCases),
      reads: false,
    },
    { name: 'today, 60 cases', by: 'worker-0', request: same('/api/today'), reads: true },
    {
      name: 'search in 80 files',
      by: 'worker-0',
      request: same(`/api/search?words=${encodeURIComponent('خانه')}`),
      reads: true,
    },
    {
      name: 'counts of the agency',
      by: 'director',
      request: same('/api/outcomes/summaries?topic=cases'),
      reads: false,
    },
  ]
}

function recordContact(cases: readonly string[]): Work['request'] {
  const next = goRound(cases)
  const first = { command: newId(), contact: newId(), note: newId() }
  let isFirst = true
  return () => {
    const { id, changes } = next()
    const ids = isFirst ? first : { command: newId(), contact: newId(), note: newId() }
    isFirst = false
    return {
      http: {
        method: 'POST',
        path: `/api/cases/${id}/contacts`,
        commandId: ids.command,
        body: {
          id: ids.contact,
          kind: 'call',
          reached: true,
          happenedAt: new Date(Date.now() - 600_000).toISOString(),
          minutes: 15,
          note: {
            id: ids.note,
            format: 'dap',
            sections: { data: 'Called as agreed.', plan: 'Next call on Monday.' },
            sign: true,
          },
        },
      },
      changes: new Map([
        ...changes,
        [first.command, ids.command],
        [first.contact, ids.contact],
        [first.note, ids.note],
      ]),
    }
  }
}
