import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fileFaultCodes,
  readInstrumentFile,
} from '@peyvand/domain/assessment/read-instrument-file.ts'
import { makeAgency } from '../testing/make-agency.ts'
import type { TestAgency } from '../testing/make-agency.ts'
import { copyDatabase } from '../testing/template-database.ts'
import type { TestDatabase } from '../testing/template-database.ts'
import { describeFileFault } from './describe-file-fault.ts'
import { importQuestionnaire } from './import-questionnaire.ts'

const phq9 = fileURLToPath(new URL('../../content/instruments/phq-9.json', import.meta.url))
const now = '2026-11-21T08:30:00.000Z'
let database: TestDatabase
let owner: pg.Pool
let agency: TestAgency

beforeAll(async () => {
  database = await copyDatabase()
  owner = new pg.Pool({
    connectionString: database.ownerUrl,
    max: 2,
    options: '-c search_path=app,public',
  })
  agency = await makeAgency({ owner })
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

test('The operator imports an instrument in the name of the agency’s administrator, on the audit trail', async () => {
  const bytes = await readFile(phq9)
  const done = await importQuestionnaire(database, bytes, {}, now)
  expect(done).toMatchObject({ code: 'phq-9', edition: '1', alreadyThere: false })
  const again = await importQuestionnaire(database, bytes, {}, now)
  expect(again).toMatchObject({ id: done.id, alreadyThere: true })
  const { rows } = await owner.query('select agency_id, data_group from instrument')
  expect(rows).toEqual([{ agency_id: agency.id, data_group: 'health' }])
  const audit = await owner.query(
    `select user_id, verb from audit where verb = 'importInstrument' order by seq limit 1`,
  )
  expect(audit.rows).toEqual([{ user_id: agency.administrator.id, verb: 'importInstrument' }])
})

test('A bare questionnaire takes its name, edition and data group from the command', async () => {
  const bare = {
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'Nights',
    item: [{ linkId: 'q', type: 'boolean', text: 'Do you sleep through?' }],
  }
  const asked = { code: 'nights', edition: '3', dataGroup: 'core' as const }
  const done = await importQuestionnaire(database, Buffer.from(JSON.stringify(bare)), asked, now)
  expect(done).toMatchObject({ ...asked, scored: false })
})

test('Every fault a file can have is told in a sentence with its place', () => {
  for (const code of fileFaultCodes) {
    const line = describeFileFault('file.json', { path: 'item[0]', code, detail: 'q1' })
    expect(line).toMatch(/item\[0\]: .{8,}\.$/)
  }
  const [fault] = readInstrumentFile('{"resourceType": "Questionnaire" "x": 1}').errors ?? []
  expect(fault && describeFileFault('file.json', fault)).toContain(
    'file.json, line and character 1:34',
  )
})
