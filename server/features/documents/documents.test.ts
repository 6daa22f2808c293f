import sharp from 'sharp'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinTeam } from '@peyvand/domain/cases/contract.ts'
import * as contract from '@peyvand/domain/documents/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let params: { caseId: string }
let photo: Buffer

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  params = { caseId: (await openTestCase(app, agency)).caseId }
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f766e' } })
    .withExif({ IFD0: { Copyright: 'a place that must not leave' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => app.close())

const attach = (
  worker: TestWorker,
  bytes: Buffer,
  about: {
    dataGroup?: 'core' | 'health'
    supersedes?: string
    contentType?: string
    id?: string
  } = {},
) =>
  app.send(worker, contract.attachDocument, {
    params,
    query: {
      id: about.id ?? newId(),
      name: '<b>شناسنامه</b>.jpg',
      kind: 'identity',
      dataGroup: about.dataGroup ?? 'core',
      ...(about.supersedes ? { supersedes: about.supersedes } : {}),
    },
    file: { bytes, contentType: about.contentType ?? 'image/jpeg' },
  })

test('a picture is attached, loses its metadata, and comes back only as a download', async () => {
  expect(photo.toString('latin1')).toContain('a place that must not leave')
  const { status, body } = await attach(agency.caseworker, photo)
  expect(status).toBe(200)
  const file = await app.send(agency.caseworker, contract.readDocument, {
    params: { ...params, documentId: body.id },
  })
  expect(file.headers['content-disposition']).toMatch(/^attachment;/)
  expect(file.bytes.toString('latin1')).not.toContain('a place that must not leave')
  expect((await sharp(file.bytes).metadata()).width).toBe(40)
})

test('a file of two and a half megabytes comes back to the byte', async () => {
  const text = Buffer.from('یک خط از گزارش\n'.repeat(100_000))
  const { body } = await attach(agency.caseworker, text, { contentType: 'text/plain' })
  const file = await app.send(agency.caseworker, contract.readDocument, {
    params: { ...params, documentId: body.id },
  })
  expect(file.bytes.equals(text)).toBe(true)
})

test('a program that calls itself a picture is refused', async () => {
  const program = Buffer.concat([
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    Buffer.alloc(64),
  ])
  const answer = await attach(agency.caseworker, program)
  expect([answer.status, answer.error?.code]).toEqual([422, 'file_type_not_allowed'])
})

test('a page of HTML is not kept as a document', async () => {
  const answer = await attach(agency.caseworker, Buffer.from('<html><script>1</script></html>'), {
    contentType: 'text/html',
  })
  expect(answer.error?.code).toBe('file_type_not_allowed')
})

test('more than 25 megabytes are refused', async () => {
  const answer = await attach(agency.caseworker, Buffer.alloc(26 * 1024 * 1024, 65), {
    contentType: 'text/plain',
  })
  expect([answer.status, answer.error?.code]).toEqual([413, 'file_too_large'])
})

test('a newer version supersedes the older one, once', async () => {
  const { body: first } = await attach(agency.caseworker, photo)
  expect((await attach(agency.caseworker, photo, { supersedes: first.id })).status).toBe(200)
  expect((await attach(agency.caseworker, photo, { supersedes: first.id })).error?.code).toBe(
    'document_superseded',
  )
  const { documents } = await app.ask(agency.caseworker, contract.listDocuments, { params })
  expect(documents.find(({ id }) => id === first.id)?.superseded).toBe(true)
})

test('a health paper is not there for a teacher, in the list or by its id', async () => {
  const teacher = await makeWorker(app, agency.id, 'Mehdi Hashemi', ['caseworker'])
  await app.ask(agency.caseworker, joinTeam, {
    params,
    input: {
      id: newId(),
      workerId: teacher.id,
      role: 'teacher',
      groups: ['core', 'school'],
      mayWrite: true,
    },
  })
  const { body } = await attach(agency.caseworker, photo, { dataGroup: 'health' })
  const { documents } = await app.ask(teacher, contract.listDocuments, { params })
  expect(documents.map(({ id }) => id)).not.toContain(body.id)
  const direct = await app.send(teacher, contract.readDocument, {
    params: { ...params, documentId: body.id },
  })
  expect(direct.status).toBe(404)
  expect((await attach(teacher, photo, { dataGroup: 'health' })).status).toBe(404)
})

test('a document taken out says why, and a second try is stale', async () => {
  const { body } = await attach(agency.caseworker, photo)
  const at = {
    params: { ...params, documentId: body.id },
    input: { reason: 'Another person’s.', version: body.version },
  }
  const gone = await app.ask(agency.caseworker, contract.withdrawDocument, at)
  expect(gone.withdrawnReason).toBe('Another person’s.')
  expect((await app.send(agency.caseworker, contract.withdrawDocument, at)).error?.code).toBe(
    'stale_version',
  )
})

test('a worker of another team finds neither the list nor the file', async () => {
  const { body } = await attach(agency.caseworker, photo)
  expect((await app.send(agency.otherCaseworker, contract.listDocuments, { params })).status).toBe(
    404,
  )
  const direct = await app.send(agency.otherCaseworker, contract.readDocument, {
    params: { ...params, documentId: body.id },
  })
  expect(direct.status).toBe(404)
})

test('a closed case takes no new document', async () => {
  await app.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [params.caseId],
  )
  expect((await attach(agency.caseworker, photo)).error?.code).toBe('case_closed')
})
