import { visitors, whatMeets } from '@peyvand/domain/access/who-reaches.ts'
import type { Meeting, Visitor } from '@peyvand/domain/access/who-reaches.ts'
import { contract } from '@peyvand/domain/api.ts'

const marks: Record<Meeting, [mark: string, says: string]> = {
  enters: ['●', 'let in; which rows are there, row security decides'],
  reads_only: ['◐', 'sees the case, and is told that he or she may not write'],
  hidden: ['·', 'not found: hidden and absent are one answer'],
  role: ['✕', 'told that another role does this'],
  signs_in: ['⎆', 'asked to sign in first'],
  proves: ['⚿', 'asked for the password once more; entered after it'],
  browser: ['⌨', 'for people at a browser; a machine acting for the visitor is not let in'],
}

/** The declared access matrix as a page for people: a table a room, a line a route. */
export function presentMatrix(): string {
  const people = Object.entries<Visitor>(visitors)
  const rooms = [...new Set(contract.map(({ room }) => room))].toSorted()
  const lines = [
    '# Who reaches what',
    '',
    'Every route of the contract, and what meets each visitor there. Written by `node tools/write-matrix.ts` from `domain/access/who-reaches.ts`; `server/access.test.ts` walks every cell over HTTP and compares.',
    '',
    'The visitor comes for a case, a person, a request or a referral that is not his or her own, unless the column says so. Visitors are machines acting for the worker named, with every scope, so that a route for browsers alone shows.',
    '',
    ...Object.values(marks).map(([mark, says]) => `- ${mark} ${says}`),
    '',
    '| | visitor |',
    '| --- | --- |',
    ...people.map(([name, { says }]) => `| ${name} | ${says} |`),
  ]
  for (const room of rooms) {
    lines.push(
      '',
      `## ${room}`,
      '',
      `| route | ${people.map(([name]) => name).join(' | ')} |`,
      `| --- |${' :-: |'.repeat(people.length)}`,
    )
    const routes = contract
      .filter((entry) => entry.room === room)
      .toSorted((a, b) => compare(a.endpoint.path, b.endpoint.path) || compare(a.name, b.name))
    for (const { endpoint, name } of routes) {
      const cells = people.map(([, visitor]) => marks[whatMeets(endpoint, visitor)][0])
      lines.push(`| ${name} · ${endpoint.method} \`${endpoint.path}\` | ${cells.join(' | ')} |`)
    }
  }
  return `${lines.join('\n')}\n`
}

const compare = (one: string, other: string) => Number(one > other) - Number(one < other)
