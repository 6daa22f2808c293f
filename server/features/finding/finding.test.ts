import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinTeam, leaveTeam } from '@peyvand/domain/cases/contract.ts'
import * as contract from '@peyvand/domain/finding/contract.ts'
import * as monitoring from '@peyvand/domain/monitoring/contract.ts'
import { changePerson, readPerson } from '@peyvand/domain/people/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let made: TestCase
let nurse: TestWorker

async function write(worker: TestWorker, text: string, sign: boolean) {
  const contactId = newId()
  await app.ask(worker, monitoring.recordContact, {
    params: { caseId: made.caseId },
    input: {
      id: contactId,
      kind: 'home_visit',
      reached: true,
      happenedAt: '2026-11-20T08:00:00Z',
      purpose: 'دیدن كارگاه خیاطی',
      note: { id: newId(), format: 'free', sections: { text }, sign },
    },
  })
}

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  made = await openTestCase(app, agency)
  await openTestCase(app, elsewhere)
  const params = { caseId: made.caseId }
  nurse = await makeWorker(app, agency.id, 'Sara Jalali', ['caseworker'])
  await app.ask(agency.caseworker, joinTeam, {
    params,
    input: { id: newId(), workerId: nurse.id, role: 'nurse', groups: ['core'], mayWrite: true },
  })
  await write(
    agency.caseworker,
    'صاحب‌خانه گفت اجارهٔ دو ماه عقب افتاده و او را بیرون می‌کند.',
    true,
  )
  await write(agency.caseworker, 'A draft about the landlord', false)
  await app.owner.query(
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, 1, 'person', 'housing', 'Rent is two months behind; the landlord’s café was closed', 3, 'client', '2026-11-01', $3)`,
    [newId(), made.caseId, agency.caseworker.id],
  )
  const card = await app.ask(agency.caseworker, readPerson, {
    params: { personId: made.clientId },
  })
  const { id: _id, version, mayChange: _may, ...details } = card
  await app.ask(agency.caseworker, changePerson, {
    params: { personId: made.clientId },
    input: {
      version,
      details: {
        ...details,
        nationalId: '0012345679',
        phones: [{ id: newId(), number: '09121234567' }],
      },
    },
  })
})
afterAll(() => app.close())

const searchCase = (worker: TestWorker, words: string) =>
  app.send(worker, contract.searchCaseFile, { params: { caseId: made.caseId }, query: { words } })
const searchAll = (worker: TestWorker, words: string) =>
  app.ask(worker, contract.searchMyFiles, { query: { words } })

describe('words are found in the file', () => {
  test.each([
    ['a note, on another keyboard and without its half-space', 'صاحبخانه اجاره', ['note']],
    ['a contact, with Arabic letters', 'كارگاه', ['contact', 'contact']],
    ['a need and the author’s own draft', 'LANDLORD', ['need', 'note']],
    ['a need, without its accent', 'cafe', ['need']],
    ['nothing, when one of the words is nowhere', 'landlord xylophone', []],
  ])('in %s', async (_where, words, kinds) => {
    const one = await searchCase(agency.caseworker, words)
    expect(one.body.hits.map(({ kind }) => kind).toSorted()).toEqual(kinds)
    const all = await searchAll(agency.caseworker, words)
    expect(all.hits).toEqual(one.body.hits)
    expect(all.before).toBeNull()
  })

  test('and marked', async () => {
    const { hits } = await searchAll(agency.caseworker, 'اجاره')
    expect(hits[0]?.pieces.filter(({ isHit }) => isHit)).toEqual([{ text: 'اجارهٔ', isHit: true }])
    expect(hits[0]?.case).toMatchObject({ id: made.caseId, client: { givenName: 'ریحانه' } })
  })

  test('and a note kept for one of the household says for whom, wherever it is found', async () => {
    await app.ask(agency.caseworker, monitoring.writeNote, {
      params: { caseId: made.caseId },
      input: {
        id: newId(),
        onlyFor: made.childId,
        format: 'free',
        sections: { text: 'He asked for an advocate of his own.' },
      },
    })
    const one = await searchCase(agency.caseworker, 'advocate')
    expect(one.body.hits).toMatchObject([{ onlyFor: { id: made.childId, givenName: 'آرمین' } }])
    const all = await searchAll(agency.caseworker, 'advocate')
    expect(all.hits).toEqual(one.body.hits)
    const open = await searchAll(agency.caseworker, 'cafe')
    expect(open.hits.map(({ onlyFor }) => onlyFor)).toEqual([null])
  })

  test('what is asked for is not a pattern', async () => {
    expect((await searchAll(agency.caseworker, 'l(andlord')).hits).toEqual([])
    expect((await searchAll(agency.caseworker, '%% ab|cd')).hits).toEqual([])
  })
})

describe('only what the reader may read is searched', () => {
  test('a member without the group of notes finds needs, not notes', async () => {
    expect((await searchAll(nurse, 'landlord')).hits.map(({ kind }) => kind)).toEqual(['need'])
    expect((await searchAll(nurse, 'اجاره')).hits).toEqual([])
  })

  test('a colleague finds no draft of mine', async () => {
    const { hits } = await searchAll(agency.supervisor, 'landlord')
    expect(hits.map(({ kind }) => kind)).toEqual(['need'])
  })

  test('another team and another agency find nothing', async () => {
    for (const worker of [agency.otherCaseworker, elsewhere.caseworker, agency.administrator]) {
      expect((await searchAll(worker, 'landlord')).hits).toEqual([])
      expect((await searchCase(worker, 'landlord')).status).toBe(404)
    }
  })

  test('whoever has left the team finds nothing more', async () => {
    const params = { caseId: made.caseId }
    const memberId = newId()
    const leaver = await makeWorker(app, agency.id, 'Nima Azad', ['caseworker'])
    await app.ask(agency.caseworker, joinTeam, {
      params,
      input: { id: memberId, workerId: leaver.id, role: 'nurse', groups: ['core'], mayWrite: true },
    })
    expect((await searchAll(leaver, 'landlord')).hits).toHaveLength(1)
    await app.ask(agency.caseworker, leaveTeam, { params: { ...params, memberId } })
    expect((await searchAll(leaver, 'landlord')).hits).toEqual([])
    expect((await find(leaver, 'مرادیان')).people).toEqual([])
  })

  test('one letter is too little', async () => {
    const answer = await searchCase(agency.caseworker, 'ا')
    expect([answer.status, answer.error?.code]).toEqual([422, 'search_too_little'])
  })

  test('the audit trail and the log know who searched and what was found, not the words', async () => {
    await searchAll(agency.caseworker, 'landlord')
    const { rows } = await app.owner.query<{ said: string; cases: string[] }>(
      `select a::text as said, cases from audit a where verb = 'searchMyFiles' order by seq desc limit 1`,
    )
    expect(rows[0]?.cases).toEqual([made.caseId])
    expect(rows[0]?.said).not.toContain('landlord')
    expect(app.logged()).not.toContain('landlord')
  })
})

const find = (worker: TestWorker, words: string) =>
  app.ask(worker, contract.findMine, { query: { words } })

describe('my people and cases are found at once', () => {
  test.each([
    ['by name', 'ریحانه مرادیان'],
    ['by the beginning of a name', 'ریحا'],
    ['in Latin letters', 'Reyhaneh Moradian'],
    ['with a letter wrong', 'ریحانه مرادیام'],
    ['by national ID', '۰۰۱۲۳۴۵۶۷۹'],
    ['by phone', '0912 123 4567'],
    ['by name and Jalali birth date', 'ریحانه ۱۳۷۱/۳/۱۲'],
  ])('%s', async (_how, words) => {
    const { people } = await find(agency.caseworker, words)
    expect(people[0]).toMatchObject({ id: made.clientId, cases: [{ id: made.caseId }] })
  })

  test('by a part of the case number', async () => {
    const number = (await find(agency.caseworker, 'ریحانه')).people[0]?.cases[0]?.number ?? ''
    await app.owner.query(`update case_file set number = '1405-7731' where id = $1`, [made.caseId])
    const { cases } = await find(agency.caseworker, '۷۷۳۱')
    expect(cases).toMatchObject([{ id: made.caseId, client: { familyName: 'مرادیان' } }])
    expect((await find(agency.otherCaseworker, '7731')).cases).toEqual([])
    await app.owner.query('update case_file set number = $2 where id = $1', [made.caseId, number])
  })

  test('another birth year leaves them out', async () => {
    expect((await find(agency.caseworker, 'ریحانه ۱۳۴۰')).people).toEqual([])
  })

  test.each(['ریحانه مرادیان', '0012345679', '09121234567'])(
    'another team and another agency do not find %s',
    async (words) => {
      for (const worker of [agency.otherCaseworker, elsewhere.caseworker, agency.director]) {
        const { people } = await find(worker, words)
        expect(people.map(({ id }) => id)).not.toContain(made.clientId)
      }
    },
  )
})
