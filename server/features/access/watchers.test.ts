import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as access from '@peyvand/domain/access/contract.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { listNotices } from '@peyvand/domain/agency/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { giveLogin, signedIn } from './test-browser.ts'
import type { TestBrowser } from './test-browser.ts'

let app: TestApp
let agency: TestAgency
let leila: TestBrowser
let otherAdministrator: TestWorker

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  agency = await makeAgency(app, `Agency ${newId()}`)
  await app.owner.query(`update worker set full_name = 'Leila Azimi' where id = $1`, [
    agency.administrator.id,
  ])
  otherAdministrator = await makeWorker(app, agency.id, 'Nasrin Ahmadi', ['administrator'])
  const name = `leila.${newId().slice(-8)}`
  await giveLogin(app, agency.administrator, name)
  leila = await signedIn(app, name)
})

const accountKinds = /^account_|^partner_token_made$/

/** What somebody was told of accounts and keys. */
async function toldOf(worker: TestWorker) {
  const { notices } = await app.ask(worker, listNotices)
  return notices
    .filter(({ kind }) => accountKinds.test(kind))
    .map(({ kind, facts }) => ({ kind, facts }))
}

const newcomer = (roles: Role[] = ['caseworker']) => ({
  id: newId(),
  fullName: 'Mina Salehi',
  title: '',
  phone: '',
  userName: `mina.${newId().slice(-8)}`,
  roles,
  supervisorId: null,
  deskIds: [],
  language: 'en' as const,
})
const open = async (roles?: Role[]) => {
  const input = newcomer(roles)
  expect((await leila.send(access.addWorker, { input })).status).toBe(200)
  return input
}
/** Who did it and whose account it is. */
const byLeila = (of: { id: string; fullName: string }) => ({
  by: agency.administrator.id,
  byName: 'Leila Azimi',
  workerId: of.id,
  fullName: of.fullName,
})

describe('the other administrators and the auditors are told who did it, and to whose account', () => {
  const watchers = () => [otherAdministrator, agency.auditor]
  const expectTold = async (kind: string, facts: object) => {
    for (const watcher of watchers()) {
      expect(await toldOf(watcher)).toContainEqual({ kind, facts: expect.objectContaining(facts) })
    }
    for (const other of [agency.administrator, agency.supervisor, agency.caseworker]) {
      expect(await toldOf(other)).toEqual([])
    }
  }

  test('an account is opened', async () => {
    const mina = await open(['administrator', 'supervisor'])
    await expectTold('account_opened', { ...byLeila(mina), roles: ['administrator', 'supervisor'] })
    const { rows } = await app.owner.query(
      `select from notice where worker_id = $1 and kind = 'account_opened'`,
      [mina.id],
    )
    expect(rows).toEqual([])
  })

  test('a colleague gets other roles', async () => {
    const mina = await open()
    const roles: Role[] = ['caseworker', 'supervisor']
    const params = { workerId: mina.id }
    const changed = await leila.send(access.changeRoles, { params, input: { version: 1, roles } })
    expect(changed.status).toBe(200)
    await expectTold('account_roles_changed', { ...byLeila(mina), roles })
  })

  test('somebody who had left is let in again', async () => {
    const mina = await open()
    const params = { workerId: mina.id }
    await leila.send(access.endWorker, { params, input: { version: 1 } })
    expect((await leila.send(access.returnWorker, { params, input: { version: 2 } })).status).toBe(
      200,
    )
    await expectTold('account_returned', byLeila(mina))
  })

  test('a code for a new password is printed, and whether the second step goes with it', async () => {
    const params = { workerId: agency.caseworker.id }
    const printed = await leila.send(access.printResetCode, {
      params,
      input: { alsoSecondFactor: true },
    })
    expect(printed.status).toBe(200)
    const facts = {
      ...byLeila({ id: params.workerId, fullName: 'Samaneh Karimpour' }),
      alsoSecondFactor: true,
    }
    await expectTold('account_code_printed', facts)
    const { rows } = await app.owner.query<{ words: string }>(
      'select facts::text as words from notice',
    )
    expect(rows.map(({ words }) => words).join('')).not.toContain(printed.body.code)
  })

  test('a worker gets another supervisor, who sees the cases from then on', async () => {
    const params = { workerId: agency.caseworker.id }
    const change = (version: number, supervisorId: string | null, phone = '') =>
      leila.send(access.changeWorker, {
        params,
        input: {
          version,
          fullName: 'Samaneh Karimpour',
          title: '',
          phone,
          supervisorId,
          deskIds: [agency.deskId],
        },
      })
    expect((await change(1, agency.otherSupervisor.id)).status).toBe(200)
    await expectTold('account_supervisor_changed', {
      ...byLeila({ id: params.workerId, fullName: 'Samaneh Karimpour' }),
      supervisorId: agency.otherSupervisor.id,
      supervisorName: 'Mitra Kiani',
    })
    // a new telephone number is nobody's news
    expect((await change(2, agency.otherSupervisor.id, '+982188000000')).status).toBe(200)
    expect(await toldOf(agency.auditor)).toHaveLength(1)
    expect((await change(3, null)).status).toBe(200)
    expect((await toldOf(agency.auditor)).map(({ facts }) => facts.supervisorName)).toEqual(
      expect.arrayContaining(['', 'Mitra Kiani']),
    )
  })

  test('a key for a partner’s system is made, and told without the key', async () => {
    const organisationId = newId()
    await app.owner.query(
      `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, 'Omid', $3)`,
      [organisationId, agency.id, agency.administrator.id],
    )
    const { body } = await leila.send(access.addPartnerToken, {
      input: { name: 'Case file of Omid', organisationId, scopes: ['referral.read'], days: 30 },
    })
    await expectTold('partner_token_made', {
      by: agency.administrator.id,
      byName: 'Leila Azimi',
      name: 'Case file of Omid',
      organisation: 'Omid',
      tokenId: body.id,
    })
    expect(JSON.stringify(await toldOf(agency.auditor))).not.toContain(body.token)
  })
})

describe('where there is no other administrator and no auditor', () => {
  beforeEach(async () => {
    await app.owner.query('update worker set ended_at = now() where id = any ($1)', [
      [otherAdministrator.id, agency.auditor.id],
    ])
  })

  test('the supervisors are told', async () => {
    const mina = await open()
    for (const supervisor of [agency.supervisor, agency.otherSupervisor]) {
      expect(await toldOf(supervisor)).toEqual([
        { kind: 'account_opened', facts: { ...byLeila(mina), roles: ['caseworker'] } },
      ])
    }
    expect(await toldOf(agency.caseworker)).toEqual([])
  })

  test('a second account of one’s own does not stand in for them', async () => {
    const second = await open(['administrator', 'auditor'])
    expect(await toldOf(agency.supervisor)).toEqual([
      { kind: 'account_opened', facts: expect.objectContaining(byLeila(second)) },
    ])
  })
})

test('what was refused is told to nobody', async () => {
  const taken = newcomer()
  await leila.send(access.addWorker, { input: taken })
  const before = await toldOf(agency.auditor)
  const again = await leila.send(access.addWorker, { input: { ...taken, id: newId() } })
  expect(again.error?.code).toBe('user_name_taken')
  expect(await toldOf(agency.auditor)).toEqual(before)
})

test('agencies are told of their own accounts alone, by administrators alone', async () => {
  const elsewhere = await makeAgency(app, `Elsewhere ${newId()}`)
  await open()
  expect(await toldOf(elsewhere.auditor)).toEqual([])
  const tell = async (worker: TestWorker, of: string) => {
    const client = await app.owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.user_id', $1, true)`, [worker.id])
      await client.query('set local role peyvand_staff')
      await client.query(`select tell_watchers('account_opened', $1, '{}')`, [of])
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  await expect(tell(agency.caseworker, agency.caseworker.id)).rejects.toThrow(/role_not_allowed/)
  await expect(tell(agency.administrator, elsewhere.caseworker.id)).rejects.toThrow(/not_found/)
})
