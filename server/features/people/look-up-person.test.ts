import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentInput } from '@peyvand/domain/contract.ts'
import * as intake from '@peyvand/domain/intake/contract.ts'
import * as contract from '@peyvand/domain/people/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

type Details = SentInput<typeof contract.changePerson>['details']

async function register(details: Details, at = agency): Promise<string> {
  const personId = newId()
  await app.ask(at.intake, intake.receiveRequest, {
    input: {
      id: newId(),
      deskId: at.deskId,
      source: 'self',
      presentingProblem: 'x',
      about: {
        kind: 'new',
        person: { id: personId, details: { nationalIdMissing: 'not at hand', ...details } },
      },
    },
  })
  return personId
}

const lookUp = (
  typed: Omit<SentInput<typeof contract.lookUpPerson>, 'id'>,
  worker: TestWorker = agency.otherCaseworker,
) => app.ask(worker, contract.lookUpPerson, { input: { id: newId(), ...typed } })

describe('someone is found before being registered twice', () => {
  let maryam: string
  beforeAll(async () => {
    maryam = await register({
      givenName: 'مریم',
      familyName: 'میر‌نیا',
      otherNames: ['Maryam Mirnia Tehrani'],
      fatherName: 'یحیی',
      bornOn: '1988-04-10',
      bornPrecision: 'day',
      nationalId: '0012345679',
      phones: [{ id: newId(), number: '0912 123 4567' }],
    })
    for (const [givenName, familyName] of [
      ['زهرا', 'کاظمی'],
      ['مریم', 'احمدی'],
      ['علی', 'میرزایی'],
    ] as const) {
      await register({ givenName, familyName })
    }
  })

  test.each<[string, object, string[]]>([
    ['as it was typed', { name: 'مریم میر‌نیا' }, ['name']],
    ['with a space instead of a half-space', { name: 'مریم میر نیا' }, ['name']],
    ['written as one word', { name: 'مریم میرنیا' }, ['name']],
    ['on an Arabic keyboard', { name: 'مريم ميرنيا' }, ['name']],
    ['with one letter wrong', { name: 'مریم میرنیه' }, ['name_near']],
    ['in Latin letters', { name: 'Maryam Mirnia' }, ['name_near']],
    ['in Latin letters nobody recorded', { name: 'Mariam Mirniya' }, ['name_near']],
    ['with one name more than we know', { name: 'مریم سادات میرنیا' }, ['name_near']],
    ['by national ID in Persian digits', { nationalId: '۰۰۱۲۳۴۵۶۷۹' }, ['national_id']],
    ['by phone number', { phone: '+98 912 123 45 67' }, ['phone']],
    [
      'by name, father and birth date',
      { name: 'مریم میرنیا', fatherName: 'يحيي', born: { on: '1988-04-10', precision: 'day' } },
      ['name', 'born_on', 'father_name'],
    ],
    [
      'by name and the year of birth',
      { name: 'مریم میرنیا', born: { on: '1988-03-20', precision: 'year' } },
      ['name', 'birth_near'],
    ],
    ['with family and given name swapped', { name: 'میرنیا مریم' }, ['name_near']],
    ['by the beginnings of her names', { name: 'مری میرن' }, ['name_near']],
    ['in Latin letters with one letter wrong', { name: 'Maryam Mirmia' }, ['name_near']],
    [
      'by name and a year of birth one off',
      { name: 'مریم میرنیا', born: { on: '1989-03-21', precision: 'year' } },
      ['name', 'birth_near'],
    ],
  ])('%s', async (_how, typed, matched) => {
    const { found } = await lookUp(typed)
    expect(found[0]).toMatchObject({ personId: maryam, matched })
  })

  test('a stranger to the file sees a masked identity and the desk to ask', async () => {
    const { found } = await lookUp({ phone: '09121234567' })
    expect(found).toEqual([
      {
        personId: maryam,
        givenName: 'مریم',
        familyName: 'میر‌نیا',
        fatherName: '',
        birthYear: { gregory: 1988, persian: 1367 },
        visible: false,
        desk: { name: 'Intake', phone: '+982100000000' },
        matched: ['phone'],
      },
    ])
    const mine = await lookUp({ phone: '09121234567' }, agency.intake)
    expect(mine.found[0]).toMatchObject({ visible: true, fatherName: 'یحیی' })
  })

  test('nobody is found who is not here', async () => {
    expect(await lookUp({ name: 'Xerxes Quixote' })).toEqual({
      found: [],
      more: false,
      withheld: null,
    })
  })

  test('another agency finds nobody of ours', async () => {
    const elsewhere = await makeAgency(app, 'Elsewhere')
    const answer = await lookUp({ nationalId: '0012345679' }, elsewhere.intake)
    expect(answer.found).toEqual([])
  })

  test('a repeat of a look-up is one look-up', async () => {
    const commandId = newId()
    const input = { id: newId(), name: 'مریم' }
    const first = await app.ask(agency.otherCaseworker, contract.lookUpPerson, { input, commandId })
    const again = await app.ask(agency.otherCaseworker, contract.lookUpPerson, { input, commandId })
    expect(again).toEqual(first)
    const kept = await app.owner.query('select from look_up where id = $1', [input.id])
    expect(kept.rowCount).toBe(1)
  })
})

describe('a look-up is refused', () => {
  test.each<[string, object, string]>([
    ['when one letter is all that is typed', { name: 'م' }, 'look_up_too_little'],
    ['when the national ID cannot be right', { nationalId: '1234567890' }, 'national_id_wrong'],
    ['when the phone number cannot be one', { phone: '12' }, 'phone_number_wrong'],
  ])('%s', async (_when, typed, code) => {
    const answer = await app.send(agency.intake, contract.lookUpPerson, {
      input: { id: newId(), ...typed },
    })
    expect([answer.status, answer.error?.code]).toEqual([422, code])
  })

  test('to a director, who sees numbers and not people', async () => {
    const answer = await app.send(agency.director, contract.lookUpPerson, {
      input: { id: newId(), name: 'مریم' },
    })
    expect([answer.status, answer.error?.code]).toEqual([403, 'role_not_allowed'])
  })

  test('after a hundred and twenty in one hour, even eight at once', async () => {
    const busy = await makeWorker(app, agency.id, 'Sina Rad', ['intake'])
    await app.owner.query(
      `insert into look_up (id, worker_id, found, at)
       select gen_random_uuid(), $1, '{}', now() - interval '59 minutes' from generate_series(1, 119)`,
      [busy.id],
    )
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        app.send(busy, contract.lookUpPerson, { input: { id: newId(), name: 'مریم' } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ error }) => error?.code === 'too_many')
    expect(refused).toHaveLength(7)
    expect(refused[0]?.status).toBe(429)
  })
})

describe('what is confidential is not told', () => {
  async function confidential(at: TestAgency): Promise<TestAgency> {
    const [programmeId, deskId] = [newId(), newId()]
    await app.owner.query(
      `insert into programme (id, agency_id, code, name_fa, name_en, confidential) values ($1, $2, 'hiv', 'x', 'HIV', true)`,
      [programmeId, at.id],
    )
    await app.owner.query(
      `insert into desk (id, agency_id, programme_id, name) values ($1, $2, $3, 'Quiet desk')`,
      [deskId, at.id, programmeId],
    )
    await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
      deskId,
      at.intake.id,
    ])
    return { ...at, programmeId, deskId }
  }

  test('someone known only to a confidential programme is not shown; a sure match names the desk', async () => {
    const at = await makeAgency(app, 'Third')
    await app.owner.query('update desk set answers_for_agency = true where id = $1', [at.deskId])
    const personId = await register(
      { givenName: 'Sara', familyName: 'Rahimi', phones: [{ id: newId(), number: '09350001122' }] },
      await confidential(at),
    )
    const byName = await lookUp({ name: 'Sara Rahimi' }, at.caseworker)
    expect(byName).toEqual({ found: [], more: false, withheld: null })
    const byPhone = await lookUp({ phone: '09350001122' }, at.caseworker)
    expect(byPhone).toEqual({
      found: [],
      more: false,
      withheld: { desk: { name: 'Intake', phone: '+982100000000' } },
    })
    const tied = await app.send(at.caseworker, intake.receiveRequest, {
      input: {
        id: newId(),
        deskId: at.deskId,
        source: 'self',
        presentingProblem: 'x',
        about: { kind: 'known', personId },
      },
    })
    expect(tied.error?.code).toBe('not_found')
    const atTheDesk = await lookUp({ phone: '09350001122' }, at.intake)
    expect(atTheDesk.found[0]).toMatchObject({ personId, visible: true })
  })

  test('someone of a sealed case is not shown to others', async () => {
    const at = await makeAgency(app, 'Fourth')
    const { caseId, clientId } = await openTestCase(app, at)
    expect((await lookUp({ name: 'ریحانه مرادیان' }, at.otherCaseworker)).found).toHaveLength(1)
    await app.owner.query('update case_file set sealed = true where id = $1', [caseId])
    expect(await lookUp({ name: 'ریحانه مرادیان' }, at.otherCaseworker)).toEqual({
      found: [],
      more: false,
      withheld: null,
    })
    const sure = { name: 'ریحانه مرادیان', born: { on: '1992-06-02', precision: 'day' as const } }
    expect((await lookUp(sure, at.otherCaseworker)).withheld).toEqual({ desk: null })
    expect((await lookUp(sure, at.caseworker)).found[0]?.personId).toBe(clientId)
  })

  test('a telephone of two tells of the one who may be shown, and nothing of the other', async () => {
    const at = await makeAgency(app, 'Sixth')
    const phones = () => [{ id: newId(), number: '09350001133' }]
    const husband = await register(
      { givenName: 'Omid', familyName: 'Karami', phones: phones() },
      at,
    )
    await register(
      { givenName: 'Leila', familyName: 'Karami', phones: phones() },
      await confidential(at),
    )
    const { found, withheld } = await lookUp({ phone: '09350001133' }, at.caseworker)
    expect(found.map(({ personId }) => personId)).toEqual([husband])
    expect(withheld).toBeNull()
  })

  test('the number of a file finds its client for whoever may be shown her, and nobody of a sealed case', async () => {
    const at = await makeAgency(app, 'Seventh')
    const { caseId, clientId } = await openTestCase(app, at)
    await app.owner.query(`update case_file set number = '1405-0731' where id = $1`, [caseId])
    const { found } = await lookUp({ caseNumber: '۱۴۰۵-۰۷۳۱' }, at.otherCaseworker)
    expect(found).toMatchObject([
      { personId: clientId, matched: ['case_number'], visible: false, fatherName: '' },
    ])
    expect((await lookUp({ caseNumber: '1405-0731' }, agency.intake)).found).toEqual([])
    await app.owner.query('update case_file set sealed = true where id = $1', [caseId])
    expect(await lookUp({ caseNumber: '1405-0731' }, at.otherCaseworker)).toEqual({
      found: [],
      more: false,
      withheld: null,
    })
  })

  test('whoever a case only speaks of is in nobody’s search until he or she asks for help', async () => {
    const at = await makeAgency(app, 'Fifth')
    const { caseId } = await openTestCase(app, at)
    const personId = newId()
    await app.ask(at.caseworker, contract.registerPersonInCase, {
      params: { caseId },
      input: {
        person: {
          id: personId,
          details: { givenName: 'Davood', familyName: 'Rostami', nationalIdMissing: 'not asked' },
        },
        part: 'mentioned',
      },
    })
    expect((await lookUp({ name: 'Davood Rostami' }, at.otherCaseworker)).found).toEqual([])
    expect((await lookUp({ name: 'Davood Rostami' }, at.caseworker)).found).toHaveLength(1)
    await app.ask(at.caseworker, intake.receiveRequest, {
      input: {
        id: newId(),
        deskId: at.deskId,
        source: 'self',
        presentingProblem: 'x',
        about: { kind: 'known', personId },
      },
    })
    expect((await lookUp({ name: 'Davood Rostami' }, at.otherCaseworker)).found).toHaveLength(1)
  })
})

test('a name never stands in the log', async () => {
  await lookUp({ name: 'Quendolina Ferreira', phone: '+351912345678' })
  expect(app.logged()).not.toMatch(/Quendolina|351912345678/)
})

describe('somebody found only by a look-up is tied to other work', () => {
  const nationalId = '0084575948'
  let theirs: TestCase
  beforeAll(async () => {
    theirs = await openTestCase(app, agency)
    await app.owner.query('update person set national_id = $2 where id = $1', [
      theirs.clientId,
      nationalId,
    ])
  })

  /** A case of the second team: its manager knows nobody of the first one's. */
  async function openElsewhere({ sealed = false, programmeId = agency.programmeId } = {}) {
    const { otherCaseworker: caseworker, otherSupervisor: supervisor } = agency
    const own = await openTestCase(app, { ...agency, caseworker, supervisor, programmeId })
    await app.owner.query('update case_file set sealed = $2 where id = $1', [own.caseId, sealed])
    await lookUp({ nationalId })
    return own
  }
  const newsOf = async (worker: TestWorker) => {
    const { rows } = await app.owner.query<{ facts: { caseId: string; fullName: string } }>(
      `select facts from notice where worker_id = $1 and kind = 'person_tied' order by at`,
      [worker.id],
    )
    return rows.map(({ facts }) => [facts.caseId, facts.fullName])
  }
  /** Ties the person, and takes the tie back so that the next one begins anew. */
  const tie = async (own: TestCase) => {
    await app.ask(agency.otherCaseworker, contract.tieKnownPerson, {
      params: { caseId: own.caseId },
      input: { personId: theirs.clientId, part: 'significant' },
    })
    await app.owner.query('delete from case_person where case_id = $1 and person_id = $2', [
      own.caseId,
      theirs.clientId,
    ])
  }

  test('a confidential programme and a sealed case tell nobody of it', async () => {
    await tie(await openElsewhere({ sealed: true }))
    const programmeId = newId()
    await app.owner.query(
      `insert into programme (id, agency_id, code, name_fa, name_en, confidential)
       values ($1, $2, 'in_confidence', 'محرمانه', 'In confidence', true)`,
      [programmeId, agency.id],
    )
    await tie(await openElsewhere({ programmeId }))
    expect(await newsOf(agency.caseworker)).toEqual([])
  })

  test('the case manager who knows the person is told who else works with him or her', async () => {
    await tie(await openElsewhere())
    expect(await newsOf(agency.caseworker)).toEqual([[theirs.caseId, 'Behnam Rostami']])
    expect(await newsOf(agency.otherCaseworker)).toEqual([])
  })

  test('a request about the person tells it as well, and of somebody already known nothing is told', async () => {
    const atDesk = await makeWorker(app, agency.id, 'Sima Rahimi', ['intake'])
    await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
      agency.deskId,
      atDesk.id,
    ])
    const receive = (by: TestWorker) =>
      app.ask(by, intake.receiveRequest, {
        input: {
          id: newId(),
          deskId: agency.deskId,
          source: 'self',
          presentingProblem: 'x',
          about: { kind: 'known', personId: theirs.clientId },
        },
      })
    await lookUp({ nationalId }, atDesk)
    await receive(atDesk)
    await receive(atDesk)
    expect((await newsOf(agency.caseworker)).filter(([, name]) => name === 'Sima Rahimi')).toEqual([
      [theirs.caseId, 'Sima Rahimi'],
    ])
  })
})
