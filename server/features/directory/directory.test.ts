import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/directory/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

const ohana = fileURLToPath(new URL('../../testing/fixtures/hsds/ohana/', import.meta.url))
let app: TestApp
let agency: TestAgency
let other: TestAgency
let file: TestCase

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  other = await makeAgency(app, 'Mehr-e Shomal')
  file = await openTestCase(app, agency)
  await importOhana()
})
afterAll(() => app.close())

async function importOhana() {
  const names = (await readdir(ohana)).filter((name) => name.endsWith('.csv'))
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(ohana + name, 'utf8') })),
  )
  return await app.ask(agency.administrator, contract.importDirectory, {
    input: {
      id: newId(),
      source: 'county',
      language: 'en',
      licence: 'BSD-3-Clause',
      attribution: 'Code for America',
      files,
    },
  })
}

type Query = Parameters<typeof search>[1]
const search = (
  worker: TestWorker,
  query: {
    words?: string
    area?: string
    language?: string
    limit?: number
    before?: string
    closed?: string
    domain?: 'food'
    free?: string
  },
) => app.ask(worker, contract.listServices, { query })
const namesOf = async (query: Query, worker = agency.caseworker) =>
  (await search(worker, query)).services.map(({ name }) => name)
const idOf = async (words: string, worker = agency.caseworker) => {
  const { services } = await search(worker, { words })
  if (!services[0]) throw new Error(`no service ${words}`)
  return services[0].id
}
const read = async (words: string, worker = agency.caseworker) => {
  const serviceId = await idOf(words, worker)
  return await app.ask(worker, contract.readService, { params: { serviceId } })
}

const neighbours = (over: object = {}) => ({
  id: newId(),
  kind: 'informal' as const,
  organisation: { id: newId(), name: 'مادران کوچهٔ یاس' },
  name: 'نگهداری کودک پس از مدرسه',
  needDomains: ['caregiving' as const],
  status: 'active' as const,
  minimumAge: null,
  maximumAge: 12,
  acceptsSex: null,
  free: true,
  languages: ['fa'],
  areas: [{ name: 'کوی بهار', level: 'district' as const }],
  papers: ['شناسنامهٔ کودک'],
  phones: [{ number: '021 5500 0000', line: 'voice' as const }],
  schedules: [{ weekdays: ['SA' as const], opensAt: '12:00', closesAt: '16:00' }],
  place: null,
  ...over,
})

test('services are found by any part of their name, by their words and by their organisation', async () => {
  expect(await namesOf({ words: 'peer counsel' })).toEqual(['Senior Peer Counseling'])
  expect(await namesOf({ words: 'pantries furniture' })).toEqual([
    'South San Francisco Citadel Corps',
  ])
  expect(await namesOf({ words: 'samaritan smile' })).toEqual(['Project Smile'])
})

test('a service is found by the Persian name of its category', async () => {
  expect(await namesOf({ words: 'رفت‌وآمد' })).toEqual(['Passport Photos'])
})

test('services are found by need, place, language and price, together', async () => {
  expect(await namesOf({ domain: 'food', area: 'Sunnyvale' })).toEqual(['Sunnyvale Corps'])
  expect(await namesOf({ language: 'ko' })).toEqual(['Sunnyvale Corps'])
  expect(await namesOf({ language: 'en', words: 'citadel' })).toHaveLength(1)
  expect(await namesOf({ free: 'true', words: 'project' })).toEqual([
    'Project Read',
    'Project Smile',
  ])
})

test('closed services are shown only where they are asked for', async () => {
  expect(await namesOf({ words: 'blank fields' })).toEqual([])
  expect(await namesOf({ words: 'blank fields', closed: 'true' })).toEqual([
    'Service with blank fields',
  ])
})

test('a long list is read page by page, each service once', async () => {
  const names: string[] = []
  let before: string | undefined
  for (let page = 0; page < 10; page++) {
    const answer = await search(agency.caseworker, { limit: 4, ...(before ? { before } : {}) })
    names.push(...answer.services.map(({ name }) => name))
    if (!answer.before) break
    before = answer.before
  }
  expect(names).toEqual(await namesOf({ limit: 100 }))
  expect(new Set(names).size).toBe(names.length)
})

test('a service tells its own hours rather than its place’s, languages, papers, telephones, place and where it came from', async () => {
  const service = await read('Passport Photos')
  expect(service).toMatchObject({
    organisation: { name: 'Example Agency' },
    papers: [{ document: 'Government-issued picture identification' }],
    areas: [{ name: 'Alameda County' }, { name: 'San Mateo County' }],
    mine: true,
    source: { name: 'county', licence: 'BSD-3-Clause', attribution: 'Code for America' },
    places: [
      { access: [{ code: 'disabled_parking' }, { code: 'restroom' }, { code: 'wheelchair' }] },
    ],
  })
  expect(service.languages.map(({ code }) => code)).toContain('en')
  expect(service.languages.map(({ code }) => code)).toContain('es')
  expect(service.phones.map(({ number }) => number)).toContain('650-222-5555')
  expect(service.schedules.filter(({ weekdays }) => weekdays.includes('MO'))).toMatchObject([
    { opensAt: '08:00', closesAt: '12:00' },
    { opensAt: '14:00', closesAt: '16:00' },
  ])
  expect(service.categories.map(({ nameFa }) => nameFa)).toContain('حقوقی')
})

const need = async (domain: string, personId: string | null = null) => {
  const id = newId()
  await app.owner.query(
    `insert into need (id, case_id, number, person_id, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, (select count(*) + 1 from need where case_id = $2), $3, 'person', $4, 'کسی نیست', 3, 'client', '2026-11-01', $5)`,
    [id, file.caseId, personId, domain, agency.caseworker.id],
  )
  return id
}
const findFor = (
  needId: string,
  query: { area?: string; language?: string; mustBeFree?: string } = {},
) =>
  app.ask(agency.caseworker, contract.findServicesForNeed, {
    params: { caseId: file.caseId, needId },
    query,
  })

test('services for a need come ranked, each with its reasons, those out of question last', async () => {
  const found = await findFor(await need('caregiving'), { language: 'es', area: 'Belmont' })
  expect(found.person).toMatchObject({ givenName: 'ریحانه', age: { least: 34, most: 34 } })
  const by = new Map(found.services.map((one) => [one.service.name, one]))
  expect(by.get('Rosener House Adult Day Services')).toMatchObject({
    fit: 'eligible',
    reasons: expect.arrayContaining([
      expect.objectContaining({ code: 'age_within', direction: 'for' }),
      expect.objectContaining({ code: 'language_spoken', facts: { language: 'es' } }),
    ]),
  })
  const fits = found.services.map(({ fit }) => fit)
  expect(fits.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(fits)
  expect(found.services.every(({ reasons }) => reasons.length > 0)).toBe(true)
})
const order = ['eligible', 'unknown', 'not_eligible']

test('a child’s need is judged by the child’s age, and lives where the mother lives', async () => {
  await app.owner.query(
    `insert into address (id, person_id, lines, area) values ($1, $2, 'کوچهٔ یاس', 'کوی بهار')`,
    [newId(), file.clientId],
  )
  const found = await findFor(await need('caregiving', file.childId))
  expect(found.person).toMatchObject({ givenName: 'آرمین', age: { least: 11 }, area: 'کوی بهار' })
  const rosener = found.services.find(({ service }) => service.name.startsWith('Rosener'))
  expect(rosener?.fit).toBe('not_eligible')
  expect(rosener?.reasons[0]).toMatchObject({
    code: 'age_outside',
    facts: { minimum: 18, age: 11 },
  })
})

test('where there are more services than can be judged, those of the client’s place come first', async () => {
  await app.owner.query(
    `insert into service (id, steward_agency_id, organisation_id, name, need_domains, domains_from, created_by)
     select gen_random_uuid(), o.steward_agency_id, o.id, 'AAA ' || n, '{transport}', 'steward', $1
     from generate_series(1, 600) n, (select * from organisation where source = 'county' limit 1) o`,
    [agency.caseworker.id],
  )
  const found = await findFor(await need('transport'), { area: 'Alameda' })
  expect(found.more).toBe(true)
  expect(found.services.map(({ service }) => service.name)).toContain('Passport Photos')
})

test('nobody outside the case finds services for its needs', async () => {
  const needId = await need('food')
  for (const worker of [agency.otherCaseworker, other.caseworker, agency.administrator]) {
    const { status } = await app.send(worker, contract.findServicesForNeed, {
      params: { caseId: file.caseId, needId },
    })
    expect(status).toBe(404)
  }
})

test('a need of another case is unknown here', async () => {
  const { status, error } = await app.send(agency.caseworker, contract.findServicesForNeed, {
    params: { caseId: file.caseId, needId: newId() },
  })
  expect([status, error?.code]).toEqual([422, 'need_unknown'])
})

const confirm = (worker: TestWorker, serviceId: string, over: object = {}) =>
  app.send(worker, contract.confirmService, {
    params: { serviceId },
    input: {
      id: newId(),
      confirmedOn: '2026-11-20',
      how: 'phone',
      parts: ['hours'],
      version: 1,
      ...over,
    },
  })

test('a worker of the agency that keeps a service confirms it, and everybody sees when', async () => {
  const serviceId = await idOf('Project Read')
  expect((await confirm(agency.caseworker, serviceId)).body).toEqual({ version: 2 })
  expect(await read('Project Read', other.caseworker)).toMatchObject({
    lastConfirmedOn: '2026-11-20',
    mine: false,
  })
  expect(await read('Project Read')).toMatchObject({
    confirmations: [{ confirmedOn: '2026-11-20', how: 'phone', by: 'Samaneh Karimpour' }],
  })
})

test('an earlier confirmation told later does not count back; one in the future is refused', async () => {
  const serviceId = await idOf('Schaberg')
  await confirm(agency.caseworker, serviceId)
  await confirm(agency.caseworker, serviceId, { confirmedOn: '2026-10-01', version: 2 })
  expect(await read('Schaberg')).toMatchObject({ lastConfirmedOn: '2026-11-20' })
  const tomorrow = await confirm(agency.caseworker, serviceId, { confirmedOn: '2026-11-22' })
  expect(tomorrow.error?.code).toBe('confirmed_in_future')
})

test('another agency reads the service and cannot change it', async () => {
  const serviceId = await idOf('Project Smile', other.caseworker)
  const refused = await confirm(other.caseworker, serviceId)
  expect([refused.status, refused.error?.code]).toEqual([403, 'may_not_write'])
  const categorised = await app.send(other.administrator, contract.categoriseService, {
    params: { serviceId },
    input: { needDomains: ['food'], version: 1 },
  })
  expect(categorised.status).toBe(403)
})

test('the database itself keeps another agency from every row it does not keep', async () => {
  for (const table of ['organisation', 'service', 'location', 'directory_phone', 'service_area']) {
    const client = await app.owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.user_id', $1, true)`, [other.administrator.id])
      await client.query('set local role peyvand_staff')
      const seen = await client.query(`select from ${table} where source = 'county'`)
      const changed = await client.query(
        `update ${table} set withdrawn_at = now() where source = 'county'`,
      )
      expect([table, seen.rowCount !== 0, changed.rowCount]).toEqual([table, true, 0])
      await expect(client.query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})

test('a row cannot be added in another agency’s name', async () => {
  const client = await app.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.user_id', $1, true)`, [other.administrator.id])
    await client.query('set local role peyvand_staff')
    await expect(
      client.query(
        `insert into organisation (id, steward_agency_id, name) values ($1, $2, 'Not ours')`,
        [newId(), agency.id],
      ),
    ).rejects.toThrow(/row-level security/)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('what a steward says of the needs a service answers outlives the next import', async () => {
  const serviceId = await idOf('Sunnyvale')
  await app.ask(agency.caseworker, contract.categoriseService, {
    params: { serviceId },
    input: { needDomains: ['education'], version: 1 },
  })
  await confirm(agency.caseworker, serviceId, { version: 2 })
  await importOhana()
  expect(await read('Sunnyvale')).toMatchObject({
    needDomains: ['education'],
    domainsFrom: 'steward',
    lastConfirmedOn: '2026-11-20',
    version: 3,
  })
})

test('an informal resource is seen by its own agency alone', async () => {
  const input = neighbours()
  await app.ask(agency.caseworker, contract.addService, { input })
  expect(await namesOf({ words: 'پس از مدرسه' })).toEqual(['نگهداری کودک پس از مدرسه'])
  expect(await namesOf({ words: 'پس از مدرسه' }, other.caseworker)).toEqual([])
  const { status } = await app.send(other.caseworker, contract.readService, {
    params: { serviceId: input.id },
  })
  expect(status).toBe(404)
  expect(await read('پس از مدرسه')).toMatchObject({
    kind: 'informal',
    mine: true,
    source: null,
    organisation: { name: 'مادران کوچهٔ یاس' },
    papers: [{ document: 'شناسنامهٔ کودک' }],
    phones: [{ number: '021 5500 0000' }],
    schedules: [{ weekdays: ['SA'], opensAt: '12:00', closesAt: '16:00' }],
  })
})

test('telephones of an informal resource are read by its own agency alone', async () => {
  const client = await app.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.user_id', $1, true)`, [other.caseworker.id])
    await client.query('set local role peyvand_staff')
    for (const table of [
      'directory_phone',
      'service_area',
      'directory_schedule',
      'service_document',
    ]) {
      const { rowCount } = await client.query(`select from ${table} where kind = 'informal'`)
      expect([table, rowCount]).toEqual([table, 0])
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('a formal service of an agency is seen by all, and changed by its own', async () => {
  const { id, kind: _kind, organisation: _organisation, ...written } = neighbours()
  const input = { ...neighbours(), id, kind: 'formal' as const, name: 'کانون بهار' }
  await app.ask(agency.caseworker, contract.addService, { input })
  expect(await namesOf({ words: 'کانون بهار' }, other.caseworker)).toEqual(['کانون بهار'])
  const changed = {
    ...written,
    name: 'کانون بهار',
    phones: [...written.phones, { number: '123', line: 'hotline' as const }],
    papers: [],
    version: 1,
  }
  const params = { serviceId: id }
  const { version } = await app.ask(agency.caseworker, contract.changeService, {
    params,
    input: changed,
  })
  expect(version).toBe(2)
  expect(await read('کانون بهار')).toMatchObject({
    version: 2,
    papers: [],
    phones: expect.arrayContaining([
      expect.objectContaining({ number: '021 5500 0000' }),
      expect.objectContaining({ number: '123', line: 'hotline' }),
    ]),
  })
  const stale = await app.send(agency.caseworker, contract.changeService, {
    params,
    input: changed,
  })
  expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
  const theirs = await app.send(other.caseworker, contract.changeService, {
    params,
    input: changed,
  })
  expect(theirs.error?.code).toBe('may_not_write')
})

test('a service from a file is changed in the file, and ages stand in order', async () => {
  const { id: _id, kind: _kind, organisation: _organisation, ...written } = neighbours()
  const params = { serviceId: await idOf('Main Library') }
  const fromFile = await app.send(agency.caseworker, contract.changeService, {
    params,
    input: { ...written, version: 1 },
  })
  expect([fromFile.status, fromFile.error?.code]).toEqual([409, 'service_from_source'])
  const reversed = await app.send(agency.caseworker, contract.addService, {
    input: neighbours({ minimumAge: 18 }),
  })
  expect([reversed.status, reversed.error?.code]).toEqual([422, 'ages_reversed'])
})

const shelterAddress = 'کوچهٔ پنهان، پلاک ۷'
const secretPlace = {
  lines: shelterAddress,
  city: 'شهر پنهان',
  province: '',
  postalCode: '',
  transport: 'ایستگاه پنهان',
  secret: true,
  access: [],
}

test('a secret place is in no list, no detail, no search and no log; its organisation is', async () => {
  const input = neighbours({
    kind: 'formal',
    organisation: { id: newId(), name: 'سازمان پناه' },
    name: 'خانهٔ امن',
    place: secretPlace,
  })
  await app.ask(agency.administrator, contract.addService, { input })
  for (const worker of [agency.administrator, agency.caseworker, other.caseworker]) {
    const detail = await read('خانهٔ امن', worker)
    expect(detail).toMatchObject({
      organisation: { name: 'سازمان پناه' },
      places: [],
      secretPlaces: [{ version: 1 }],
    })
    const listed = await search(worker, { words: 'خانهٔ امن' })
    expect(JSON.stringify([detail, listed])).not.toMatch(/پنهان/)
    expect(await namesOf({ area: 'شهر پنهان' }, worker)).toEqual([])
  }
  expect(app.logged()).not.toMatch(/پنهان/)
})

test('no worker reads a secret address from any table', async () => {
  const client = await app.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.user_id', $1, true)`, [agency.administrator.id])
    await client.query('set local role peyvand_staff')
    for (const table of ['location_detail', 'directory_address', 'service_at_location']) {
      const { rowCount } = await client.query(`select from ${table} where location_secret`)
      expect([table, rowCount]).toEqual([table, 0])
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  const { rows } = await app.owner.query(
    `select count(*)::int as n from history where old::text like '%پنهان%'`,
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('an administrator hides a place with all that leads to it, and opens it again', async () => {
  const before = await read('Second Career')
  const place = before.places[0]
  if (!place) throw new Error('no place')
  const secrecy = (secret: boolean, version: number, worker = agency.administrator) =>
    app.send(worker, contract.keepPlaceSecret, {
      params: { locationId: place.id },
      input: { secret, version },
    })
  expect((await secrecy(true, place.version, other.administrator)).error?.code).toBe(
    'may_not_write',
  )
  expect((await secrecy(true, place.version, agency.caseworker)).error?.code).toBe(
    'role_not_allowed',
  )
  expect((await secrecy(true, place.version)).status).toBe(200)
  const hidden = await read('Second Career')
  expect(hidden).toMatchObject({
    places: [],
    phones: [],
    secretPlaces: [{ id: place.id, version: 2 }],
  })
  expect(JSON.stringify(hidden)).not.toContain('Second Avenue')

  const { changes } = await importOhana()
  expect(changes['addresses']).toMatchObject({ added: 0, changed: 0, withdrawn: 0 })
  expect(await read('Second Career')).toMatchObject({ places: [] })

  expect((await secrecy(false, 2)).status).toBe(200)
  expect(await read('Second Career')).toMatchObject({
    places: [{ addresses: [{ lines: '24 Second Avenue' }, { lines: '24 Second Avenue' }] }],
  })
})
