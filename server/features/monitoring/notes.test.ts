import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/monitoring/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let params: { caseId: string }

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  const { caseId } = await openTestCase(app, agency)
  params = { caseId }
})
afterAll(() => app.close())

const begin = (text = 'She came early.') =>
  app.ask(agency.caseworker, contract.writeNote, {
    params,
    input: { id: newId(), format: 'free', sections: { text } },
  })
async function signed() {
  const { id } = await begin()
  return await app.ask(agency.caseworker, contract.signNote, {
    params: { ...params, noteId: id },
    input: { version: 1 },
  })
}
const listed = async (worker = agency.caseworker) =>
  (await app.ask(worker, contract.listNotes, { params, query: {} })).notes

test('a note is its author’s alone until it is signed', async () => {
  const { id } = await begin()
  expect((await listed()).map((note) => note.id)).toContain(id)
  expect((await listed(agency.supervisor)).map((note) => note.id)).not.toContain(id)
  const input = { version: 1, format: 'free' as const, sections: { text: 'Changed by another.' } }
  const other = await app.send(agency.supervisor, contract.changeNote, {
    params: { ...params, noteId: id },
    input,
  })
  expect(other.status).toBe(404)
  await app.ask(agency.caseworker, contract.signNote, {
    params: { ...params, noteId: id },
    input: { version: 1 },
  })
  expect((await listed(agency.supervisor)).map((note) => note.id)).toContain(id)
})

test('a note of one’s own is written on until it is signed, in another format too', async () => {
  const { id } = await begin()
  const one = { ...params, noteId: id }
  const changed = await app.ask(agency.caseworker, contract.changeNote, {
    params: one,
    input: {
      version: 1,
      format: 'soap',
      sections: { subjective: 'She came early.', plan: 'Monday.' },
    },
  })
  expect(changed).toMatchObject({ format: 'soap', version: 2 })
  const stale = await app.send(agency.caseworker, contract.signNote, {
    params: one,
    input: { version: 1 },
  })
  expect(stale.error?.code).toBe('stale_version')
  const done = await app.ask(agency.caseworker, contract.signNote, {
    params: one,
    input: { version: 2 },
  })
  expect(done).toMatchObject({ status: 'signed', signedAt: '2026-11-21T08:30:00+00:00' })
  const late = await app.send(agency.caseworker, contract.changeNote, {
    params: one,
    input: { version: 3, format: 'free', sections: { text: 'No.' } },
  })
  expect([late.status, late.error?.code]).toEqual([409, 'note_signed'])
  const twice = await app.send(agency.caseworker, contract.signNote, {
    params: one,
    input: { version: 3 },
  })
  expect(twice.error?.code).toBe('note_signed')
})

test('what a draft said before leaves no history; what was signed does', async () => {
  const { id } = await begin('First thought.')
  const one = { ...params, noteId: id }
  await app.ask(agency.caseworker, contract.changeNote, {
    params: one,
    input: { version: 1, format: 'free', sections: { text: 'Second thought.' } },
  })
  await app.ask(agency.caseworker, contract.signNote, { params: one, input: { version: 2 } })
  await app.ask(agency.caseworker, contract.amendNote, {
    params: one,
    input: { id: newId(), reason: 'A date.', format: 'free', sections: { text: 'Third thought.' } },
  })
  const { rows } = await app.owner.query(
    `select p.state -> 'sections' ->> 'text' as text
       from note n cross join past_states('note', n.id, to_jsonb(n)) p where n.id = $1`,
    [id],
  )
  expect(rows).toEqual([{ text: 'Second thought.' }])
})

test('an empty note is not signed', async () => {
  const { id } = await app.ask(agency.caseworker, contract.writeNote, {
    params,
    input: { id: newId(), format: 'birp', sections: {} },
  })
  const answer = await app.send(agency.caseworker, contract.signNote, {
    params: { ...params, noteId: id },
    input: { version: 1 },
  })
  expect([answer.status, answer.error?.code]).toEqual([422, 'note_empty'])
})

test('a signed note is amended by a new one with a reason; the old stays readable', async () => {
  const old = await signed()
  const amendment = await app.ask(agency.supervisor, contract.amendNote, {
    params: { ...params, noteId: old.id },
    input: {
      id: newId(),
      reason: 'It was her aunt.',
      format: 'free',
      sections: { text: 'With her aunt.' },
    },
  })
  expect(amendment).toMatchObject({
    amends: old.id,
    amendReason: 'It was her aunt.',
    status: 'signed',
    author: { fullName: 'Nahid Farahmand' },
  })
  const kept = (await listed()).find(({ id }) => id === old.id)
  expect(kept).toMatchObject({ status: 'amended', sections: { text: 'She came early.' } })
})

test.each([
  [
    'a draft is changed, not amended',
    async () => (await begin()).id,
    'Other.',
    409,
    'note_not_signed',
  ],
  ['an amendment says something', async () => (await signed()).id, ' ', 422, 'note_empty'],
])('%s', async (_name, made, text, status, code) => {
  const answer = await app.send(agency.caseworker, contract.amendNote, {
    params: { ...params, noteId: await made() },
    input: { id: newId(), reason: 'Because.', format: 'free', sections: { text } },
  })
  expect([answer.status, answer.error?.code]).toEqual([status, code])
})

test('of eight who amend a note at once, one does', async () => {
  const { id } = await signed()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      app.send(agency.caseworker, contract.amendNote, {
        params: { ...params, noteId: id },
        input: { id: newId(), reason: 'At once.', format: 'free', sections: { text: 'Anew.' } },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.map(({ error }) => error?.code))).toEqual(
    new Set([undefined, 'note_amended']),
  )
})

test('the note of a contact of another case is not written', async () => {
  const other = await openTestCase(app, agency)
  const contact = await app.ask(agency.caseworker, contract.recordContact, {
    params: { caseId: other.caseId },
    input: { id: newId(), kind: 'call', reached: true, happenedAt: '2026-11-20T08:00:00Z' },
  })
  const answer = await app.send(agency.caseworker, contract.writeNote, {
    params,
    input: { id: newId(), contactId: contact.id, format: 'free', sections: { text: 'Where?' } },
  })
  expect(answer.status).toBe(404)
})

test('a closed case still takes a note', async () => {
  const closed = await openTestCase(app, agency)
  await app.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [closed.caseId],
  )
  const answer = await app.send(agency.caseworker, contract.writeNote, {
    params: { caseId: closed.caseId },
    input: { id: newId(), format: 'free', sections: { text: 'Written after the closing.' } },
  })
  expect(answer.status).toBe(200)
})

test('another team gets the same answer as for a note that is not there', async () => {
  const { id } = await signed()
  const answer = await app.send(agency.otherCaseworker, contract.amendNote, {
    params: { ...params, noteId: id },
    input: { id: newId(), reason: 'No.', format: 'free', sections: { text: 'No.' } },
  })
  expect(answer.status).toBe(404)
})
