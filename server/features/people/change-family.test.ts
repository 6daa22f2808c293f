import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '@peyvand/domain/contract.ts'
import * as contract from '@peyvand/domain/people/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let opened: TestCase
let params: { caseId: string }

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

async function openAnother(): Promise<void> {
  opened = await openTestCase(app, agency)
  params = { caseId: opened.caseId }
}

const details = (givenName: string, born?: string) => ({
  givenName,
  familyName: 'مرادیان',
  nationalIdMissing: 'پرسیده نشد',
  ...(born ? { bornOn: born, bornPrecision: 'day' as const } : {}),
})

describe('the family of a case', () => {
  beforeAll(openAnother)

  test('the mother and her child live together, and their kinship is told once', async () => {
    const { clientId, childId } = opened
    const family = await app.ask(agency.caseworker, contract.addRelationship, {
      params,
      input: { id: newId(), personId: clientId, otherId: childId, kind: 'parent' },
    })
    expect(family.household?.members.map(({ personId }) => personId)).toEqual([clientId, childId])
    expect(family.relationships).toMatchObject([
      { personId: clientId, otherId: childId, kind: 'parent', until: null },
    ])
    expect(family.people.map(({ part }) => part)).toEqual(['client', 'household'])
  })

  test('a grandmother is registered with her place in household and family in one command', async () => {
    const personId = newId()
    const sent = {
      params,
      commandId: newId(),
      input: {
        person: {
          id: personId,
          details: { ...details('طوبی', '1960-01-01'), sex: 'female' as const },
        },
        part: 'household' as const,
        member: { id: newId(), role: 'مادربزرگ' },
        relation: {
          id: newId(),
          otherId: opened.clientId,
          kind: 'parent' as const,
          newcomerIs: 'person' as const,
        },
      },
    }
    const family = await app.ask(agency.caseworker, contract.registerPersonInCase, sent)
    expect(family.people).toHaveLength(3)
    expect(family.household?.members).toHaveLength(3)
    expect(family.relationships).toHaveLength(2)
    expect(await app.ask(agency.caseworker, contract.registerPersonInCase, sent)).toEqual(family)
    const kept = await app.owner.query('select mentioned_only from person where id = $1', [
      personId,
    ])
    expect(kept.rows).toEqual([{ mentioned_only: true }])
  })

  test('a household has one head', async () => {
    const { household } = await app.ask(agency.caseworker, contract.readFamily, { params })
    const grandmother = household?.members.find(({ role }) => role === 'مادربزرگ')
    if (!grandmother) throw new Error('she lives here')
    const after = await app.ask(agency.caseworker, contract.changeHouseholdMember, {
      params: { ...params, memberId: grandmother.id },
      input: { role: 'مادربزرگ', isHead: true, version: grandmother.version },
    })
    expect(after.household?.members.filter(({ isHead }) => isHead).map(({ id }) => id)).toEqual([
      grandmother.id,
    ])
  })

  test('someone moves out on a day, and may move in again', async () => {
    const before = await app.ask(agency.caseworker, contract.readFamily, { params })
    const member = before.household?.members.find(({ role }) => role === 'مادربزرگ')
    if (!member) throw new Error('she lives here')
    await app.ask(agency.caseworker, contract.changeHouseholdMember, {
      params: { ...params, memberId: member.id },
      input: { role: member.role, until: '2026-11-01', version: member.version },
    })
    const again = { id: newId(), personId: member.personId, since: '2026-11-10' }
    const after = await app.ask(agency.caseworker, contract.joinHousehold, { params, input: again })
    const hers = after.household?.members.filter(({ personId }) => personId === member.personId)
    expect(hers?.map(({ since, until }) => [since, until])).toEqual([
      ['2026-11-10', null],
      [null, '2026-11-01'],
    ])
    const twice = await app.send(agency.caseworker, contract.joinHousehold, {
      params,
      input: { ...again, id: newId() },
    })
    expect(twice.error?.code).toBe('already_exists')
  })

  test('a relationship ends, and an older sight of it is refused', async () => {
    const { relationships } = await app.ask(agency.caseworker, contract.readFamily, { params })
    const [first] = relationships
    if (!first) throw new Error('they are related')
    const sent = {
      params: { ...params, relationshipId: first.id },
      input: { kind: 'parent' as const, since: '2015-03-10', version: first.version },
    }
    const after = await app.ask(agency.caseworker, contract.changeRelationship, sent)
    expect(after.relationships.find(({ id }) => id === first.id)?.since).toBe('2015-03-10')
    const stale = await app.send(agency.caseworker, contract.changeRelationship, sent)
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
    expect(stale.error?.facts?.current).toMatchObject({ version: first.version + 1 })
  })

  test('how a relationship is felt belongs to this case; another case of the same people never sees it', async () => {
    const { relationships } = await app.ask(agency.caseworker, contract.readFamily, { params })
    const relationshipId = relationships[0]?.id ?? ''
    const judged = await app.ask(agency.caseworker, contract.judgeRelationship, {
      params,
      input: { id: newId(), relationshipId, quality: 'conflictual', since: '2026-09-01' },
    })
    const quality = judged.qualities[0]
    if (!quality) throw new Error('it was told')
    expect(quality).toMatchObject({ relationshipId, quality: 'conflictual' })
    const changed = await app.ask(agency.caseworker, contract.changeRelationshipQuality, {
      params: { ...params, qualityId: quality.id },
      input: { quality: 'close', version: quality.version },
    })
    expect(changed.qualities[0]?.quality).toBe('close')
    const other = await openTestCase(app, agency)
    await app.owner.query(
      `insert into case_person (case_id, person_id, part) values ($1, $2, 'significant'), ($1, $3, 'significant')`,
      [other.caseId, opened.clientId, opened.childId],
    )
    const elsewhere = await app.ask(agency.caseworker, contract.readFamily, {
      params: { caseId: other.caseId },
    })
    expect(elsewhere.relationships.some(({ id }) => id === relationshipId)).toBe(true)
    expect(elsewhere.qualities).toEqual([])
  })

  test('ties with the environment, of one person or of the household, are kept and corrected', async () => {
    const [schoolId, mosqueId] = [newId(), newId()]
    const school = {
      id: schoolId,
      personId: opened.childId,
      system: 'school' as const,
      name: 'دبستان امید',
      strength: 'tenuous' as const,
      tension: true,
    }
    await app.ask(agency.caseworker, contract.addTie, { params, input: school })
    const family = await app.ask(agency.caseworker, contract.addTie, {
      params,
      input: { id: mosqueId, system: 'faith', name: 'مسجد محله', strength: 'strong' },
    })
    expect(family.ties.map(({ id }) => id).toSorted()).toEqual([schoolId, mosqueId].toSorted())
    const { id: _id, ...values } = school
    const after = await app.ask(agency.caseworker, contract.changeTie, {
      params: { ...params, tieId: schoolId },
      input: { ...values, strength: 'ordinary', tension: false, version: 1 },
    })
    expect(after.ties.find(({ id }) => id === schoolId)).toMatchObject({
      strength: 'ordinary',
      version: 2,
    })
    const stale = await app.send(agency.caseworker, contract.changeTie, {
      params: { ...params, tieId: schoolId },
      input: { ...values, version: 1 },
    })
    expect(stale.error?.code).toBe('stale_version')
  })

  test('the part a person has in the case may change, but the client stays the client', async () => {
    const change = (personId: string) =>
      app.send(agency.caseworker, contract.changePart, {
        params: { ...params, personId },
        input: { part: 'significant' },
      })
    expect((await change(opened.childId)).status).toBe(200)
    expect((await change(opened.clientId)).status).toBe(404)
  })
})

describe('what cannot be is refused', () => {
  beforeAll(openAnother)

  const relate = (input: object) =>
    app.send(agency.caseworker, contract.addRelationship, {
      params,
      input: {
        id: newId(),
        personId: opened.clientId,
        otherId: opened.childId,
        kind: 'parent',
        ...input,
      },
    })

  test.each<[string, () => object, string]>([
    ['with oneself', () => ({ otherId: opened.clientId }), 'relationship_with_oneself'],
    [
      'a child as its mother’s parent',
      () => ({ personId: opened.childId, otherId: opened.clientId }),
      'relationship_not_possible',
    ],
    [
      'ended before it began',
      () => ({ since: '2020-01-01', until: '2019-01-01' }),
      'ended_before_start',
    ],
    ['someone this case does not know', () => ({ otherId: newId() }), 'not_found'],
  ])('%s', async (_what, change, code) => {
    expect((await relate(change())).error?.code).toBe(code)
  })

  test('the same relationship twice, even eight at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => relate({})))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ error }) => error?.code === 'already_exists')).toHaveLength(7)
  })

  test('a second household', async () => {
    const answer = await app.send(agency.caseworker, contract.startHousehold, {
      params,
      input: { id: newId(), memberId: newId() },
    })
    expect(answer.error?.code).toBe('already_exists')
  })

  test('a household is begun where there is none, and nobody joins one that is not there', async () => {
    const other = await openTestCase(app, agency)
    const otherParams = { caseId: other.caseId }
    await app.owner.query('update case_file set household_id = null where id = $1', [other.caseId])
    const join = { id: newId(), personId: other.childId }
    const before = await app.send(agency.caseworker, contract.joinHousehold, {
      params: otherParams,
      input: join,
    })
    expect(before.error?.code).toBe('household_unknown')
    const family = await app.ask(agency.caseworker, contract.startHousehold, {
      params: otherParams,
      input: { id: newId(), name: 'خانهٔ نو', memberId: newId() },
    })
    expect(family.household).toMatchObject({
      name: 'خانهٔ نو',
      members: [{ personId: other.clientId, isHead: false }],
    })
    const after = await app.ask(agency.caseworker, contract.joinHousehold, {
      params: otherParams,
      input: join,
    })
    expect(after.household?.members).toHaveLength(2)
  })

  test('someone nobody of us has seen is not tied to a case', async () => {
    const other = await makeAgency(app, 'Elsewhere')
    const theirs = await openTestCase(app, other)
    for (const personId of [theirs.clientId, newId()]) {
      const answer = await app.send(agency.caseworker, contract.tieKnownPerson, {
        params,
        input: { personId, part: 'significant' },
      })
      expect([answer.status, answer.error?.code]).toEqual([404, 'not_found'])
    }
  })

  test('a stranger found by a look-up may be tied for an hour', async () => {
    const theirs = await openTestCase(app, {
      ...agency,
      caseworker: agency.otherCaseworker,
      supervisor: agency.otherSupervisor,
    })
    await app.owner.query(
      `update person set given_name = 'Golnaz', family_name = 'Behzadi' where id = $1`,
      [theirs.clientId],
    )
    const tie = () =>
      app.send(agency.caseworker, contract.tieKnownPerson, {
        params,
        input: { personId: theirs.clientId, part: 'significant' },
      })
    expect((await tie()).status).toBe(404)
    const lookUpId = newId()
    await app.ask(agency.caseworker, contract.lookUpPerson, {
      input: { id: lookUpId, name: 'Golnaz Behzadi' },
    })
    await app.owner.query(`update look_up set at = now() - interval '61 minutes' where id = $1`, [
      lookUpId,
    ])
    expect((await tie()).status).toBe(404)
    await app.owner.query(`update look_up set at = now() where id = $1`, [lookUpId])
    expect((await tie()).status).toBe(200)
  })

  test('a closed case takes nothing new', async () => {
    const other = await openTestCase(app, agency)
    await app.owner.query(
      `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
      [other.caseId],
    )
    const answer = await app.send(agency.caseworker, contract.addTie, {
      params: { caseId: other.caseId },
      input: { id: newId(), system: 'work', name: 'x', strength: 'strong' },
    })
    expect([answer.status, answer.error?.code]).toEqual([409, 'case_closed'])
    const family = await app.ask(agency.caseworker, contract.readFamily, {
      params: { caseId: other.caseId },
    })
    expect(family.mayChange).toBe(false)
  })
})

describe('who sees the family', () => {
  beforeAll(openAnother)

  test('a worker of another team finds no such case, whatever is asked of it', async () => {
    const id = newId()
    const routes: [Endpoint, object][] = [
      [contract.readFamily, {}],
      [contract.registerPersonInCase, { person: { id, details: details('x') }, part: 'mentioned' }],
      [contract.tieKnownPerson, { personId: opened.childId, part: 'significant' }],
      [contract.changePart, { part: 'informant' }],
      [contract.startHousehold, { id, memberId: newId() }],
      [contract.joinHousehold, { id, personId: opened.childId }],
      [contract.changeHouseholdMember, { version: 1 }],
      [
        contract.addRelationship,
        { id, personId: opened.clientId, otherId: opened.childId, kind: 'parent' },
      ],
      [contract.changeRelationship, { kind: 'parent', version: 1 }],
      [contract.judgeRelationship, { id, relationshipId: newId(), quality: 'close' }],
      [contract.changeRelationshipQuality, { quality: 'close', version: 1 }],
      [contract.addTie, { id, system: 'work', name: 'x', strength: 'strong' }],
      [contract.changeTie, { system: 'work', name: 'x', strength: 'strong', version: 1 }],
    ]
    for (const [endpoint, input] of routes) {
      const answer = await app.send(agency.otherCaseworker, endpoint, {
        params: {
          ...params,
          personId: opened.childId,
          memberId: id,
          relationshipId: id,
          qualityId: id,
          tieId: id,
        } as never,
        ...(endpoint.method === 'GET' ? {} : { input: input as never }),
      })
      expect([endpoint.path, answer.status]).toEqual([endpoint.path, 404])
    }
  })

  test('a teacher on the team reads who there is, but not who belongs to whom', async () => {
    const { clientId, childId } = opened
    await app.ask(agency.caseworker, contract.addRelationship, {
      params,
      input: { id: newId(), personId: clientId, otherId: childId, kind: 'parent' },
    })
    await app.ask(agency.caseworker, contract.addTie, {
      params,
      input: { id: newId(), system: 'work', name: 'کارگاه خیاطی', strength: 'strong' },
    })
    await app.owner.query(
      `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
       values (gen_random_uuid(), $1, $2, 'teacher', '{core,school}', true, '2026-10-01', $2)`,
      [opened.caseId, agency.otherSupervisor.id],
    )
    await app.owner.query('select derive_access($1, $2)', [
      opened.caseId,
      agency.otherSupervisor.id,
    ])
    const family = await app.ask(agency.otherSupervisor, contract.readFamily, { params })
    expect(family.people).toHaveLength(2)
    expect(family).toMatchObject({
      household: null,
      relationships: [],
      ties: [],
      qualities: [],
      mayChange: false,
    })
    const answer = await app.send(agency.otherSupervisor, contract.addTie, {
      params,
      input: { id: newId(), system: 'work', name: 'x', strength: 'strong' },
    })
    expect([answer.status, answer.error?.code]).toEqual([403, 'may_not_write'])
  })
})
