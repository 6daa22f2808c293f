import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readTimeline } from '@peyvand/domain/cases/contract.ts'
import * as documents from '@peyvand/domain/documents/contract.ts'
import { makeSightLink, openSight } from '@peyvand/domain/linking/contract.ts'
import * as contract from '@peyvand/domain/monitoring/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let made: TestCase
let params: { caseId: string }

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  made = await openTestCase(app, agency)
  params = { caseId: made.caseId }
})

const words = { format: 'free' as const, sections: { text: 'He asked for a lawyer of his own.' } }

async function writeSigned(onlyFor: string | null) {
  const note = await app.ask(agency.caseworker, contract.writeNote, {
    params,
    input: { id: newId(), onlyFor, ...words },
  })
  return await app.ask(agency.caseworker, contract.signNote, {
    params: { ...params, noteId: note.id },
    input: { version: note.version },
  })
}

const move = (
  note: { id: string; version: number },
  input: { onlyFor: string | null; reason?: string },
  by: TestWorker = agency.caseworker,
) =>
  app.send(by, contract.moveNoteWall, {
    params: { ...params, noteId: note.id },
    input: { version: note.version, ...input },
  })

test('the team reads a note behind a wall, and whose it is', async () => {
  await writeSigned(made.childId)
  const { notes } = await app.ask(agency.supervisor, contract.listNotes, { params, query: {} })
  expect(notes).toMatchObject([
    { onlyFor: { id: made.childId, givenName: 'آرمین' }, sections: words.sections },
  ])
})

test('a note of a contact is kept for one person from the first', async () => {
  const contact = await app.ask(agency.caseworker, contract.recordContact, {
    params,
    input: {
      id: newId(),
      kind: 'home_visit',
      reached: true,
      happenedAt: '2026-11-20T10:00:00Z',
      note: { id: newId(), onlyFor: made.clientId, sign: true, ...words },
    },
  })
  expect(contact.notes[0]?.onlyFor?.id).toBe(made.clientId)
})

test('there is no wall for somebody outside the household, nor in a case of one person', async () => {
  const write = (onlyFor: string) =>
    app.send(agency.caseworker, contract.writeNote, {
      params,
      input: { id: newId(), onlyFor, ...words },
    })
  expect((await write(newId())).error?.code).toBe('wall_not_theirs')
  await app.owner.query(`update case_person set part = 'informant' where person_id = $1`, [
    made.childId,
  ])
  expect((await write(made.childId)).error?.code).toBe('wall_not_theirs')
  expect((await write(made.clientId)).error?.code).toBe('wall_not_theirs')
})

test('an amendment stands behind the wall of the note it corrects', async () => {
  const note = await writeSigned(made.childId)
  const amended = await app.ask(agency.caseworker, contract.amendNote, {
    params: { ...params, noteId: note.id },
    input: { id: newId(), reason: 'A slip.', ...words },
  })
  expect(amended.onlyFor?.id).toBe(made.childId)
})

test('taking a wall down asks for a reason, and history keeps that it stood', async () => {
  const note = await writeSigned(made.childId)
  expect((await move(note, { onlyFor: null })).error?.code).toBe('reason_missing')
  expect((await move(note, { onlyFor: made.clientId })).error?.code).toBe('reason_missing')
  const open = await move(note, { onlyFor: null, reason: 'He wants his mother to read it.' })
  expect(open.body).toMatchObject({
    onlyFor: null,
    wallReason: 'He wants his mother to read it.',
    sections: words.sections,
    status: 'signed',
  })
  const { rows } = await app.owner.query<{ old: { only_for: string } }>(
    'select old from history where row_id = $1 order by id desc limit 1',
    [note.id],
  )
  expect(rows[0]?.old.only_for).toBe(made.childId)
})

test('the earlier editions of a note go behind the wall with it', async () => {
  const first = await writeSigned(null)
  const second = await app.ask(agency.caseworker, contract.amendNote, {
    params: { ...params, noteId: first.id },
    input: { id: newId(), reason: 'A slip.', ...words },
  })
  expect((await move(first, { onlyFor: made.childId })).error?.code).toBe('note_amended')
  expect((await move(second, { onlyFor: made.childId })).status).toBe(200)
  const { notes } = await app.ask(agency.caseworker, contract.listNotes, { params, query: {} })
  expect(notes.map(({ onlyFor }) => onlyFor?.id)).toEqual([made.childId, made.childId])
})

test('whoever saw an older state moves no wall, and a repeat moves it once', async () => {
  const note = await writeSigned(null)
  const sent = {
    params: { ...params, noteId: note.id },
    input: { onlyFor: made.childId, version: note.version },
    commandId: newId(),
  }
  await app.ask(agency.caseworker, contract.moveNoteWall, sent)
  const again = await app.ask(agency.caseworker, contract.moveNoteWall, sent)
  expect(again.version).toBe(note.version + 1)
  const stale = await move(note, { onlyFor: made.clientId, reason: 'x' })
  expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
})

test('the database itself takes no wall down without a reason', async () => {
  const note = await writeSigned(made.childId)
  await expect(
    app.owner.query('update note set only_for = null where id = $1', [note.id]),
  ).rejects.toThrow(/reason_missing/)
})

test('a worker of another team finds no wall to move', async () => {
  const note = await writeSigned(made.childId)
  expect((await move(note, { onlyFor: null, reason: 'x' }, agency.otherCaseworker)).status).toBe(
    404,
  )
})

const attach = (query: { onlyFor?: string; supersedes?: string }) =>
  app.send(agency.caseworker, documents.attachDocument, {
    params,
    query: { id: newId(), name: 'letter.txt', kind: 'letter', dataGroup: 'core', ...query },
    file: { bytes: Buffer.from('To him alone.'), contentType: 'text/plain' },
  })

test('a document is kept for one person, and so is the newer one that replaces it', async () => {
  const { body } = await attach({ onlyFor: made.childId })
  expect(body.onlyFor?.id).toBe(made.childId)
  const newer = await attach({ supersedes: body.id })
  expect(newer.body.onlyFor?.id).toBe(made.childId)
  expect((await attach({ onlyFor: newId() })).error?.code).toBe('wall_not_theirs')
})

test('a document leaves its wall with a reason only', async () => {
  const { body } = await attach({ onlyFor: made.childId })
  const moveIt = (input: { reason?: string; version: number }) =>
    app.send(agency.caseworker, documents.moveDocumentWall, {
      params: { ...params, documentId: body.id },
      input: { onlyFor: null, ...input },
    })
  const { version } = body
  expect((await moveIt({ version })).error?.code).toBe('reason_missing')
  expect((await moveIt({ version: version + 1, reason: 'x' })).error?.code).toBe('stale_version')
  expect((await moveIt({ version, reason: 'He asked for it.' })).body.onlyFor).toBeNull()
})

test('the timeline tells whose a note is, so that a print can leave it out', async () => {
  await writeSigned(made.childId)
  const { events } = await app.ask(agency.caseworker, readTimeline, { params, query: {} })
  expect(events.find(({ kind }) => kind === 'note_signed')?.facts).toMatchObject({
    onlyFor: made.childId,
  })
})

test('nothing behind a wall, nor that there is one, reaches another member of the household', async () => {
  await writeSigned(made.childId)
  await attach({ onlyFor: made.childId })
  const secrets = { token: 'W'.repeat(43), code: '402913' }
  await app.ask(agency.caseworker, makeSightLink, {
    params,
    input: { id: newId(), personId: made.clientId, expiresOn: '2026-12-21', ...secrets },
  })
  const told = JSON.stringify(await app.ask(undefined, openSight, { input: secrets }))
  for (const word of [made.childId, 'lawyer', 'letter.txt', 'آرمین'])
    expect(told).not.toContain(word)
})

test('words of a note behind a wall stand in no log', async () => {
  await writeSigned(made.childId)
  expect(app.logged()).not.toContain('lawyer')
})
