import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/agency/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
})
afterAll(() => app.close())

test('a worker sees the colleagues of the own agency and nobody else’s', async () => {
  const { colleagues } = await app.ask(agency.caseworker, contract.listColleagues)
  expect(colleagues).toHaveLength(8)
  expect(colleagues.map(({ id }) => id)).not.toContain(elsewhere.caseworker.id)
})

test('programmes come with their desks, and say which desk is mine', async () => {
  const mine = await app.ask(agency.intake, contract.listProgrammes)
  expect(mine.programmes.map((programme) => programme.desks.map((desk) => desk.mine))).toEqual([
    [true],
  ])
  const notMine = await app.ask(agency.director, contract.listProgrammes)
  expect(notMine.programmes[0]?.desks[0]?.mine).toBe(false)
})

describe('which organisation of the directory an agency is', () => {
  const read = (words?: string) =>
    app.ask(agency.administrator, contract.readOwnOrganisation, {
      query: words === undefined ? {} : { words },
    })
  const name = async (organisationId: string | null, version?: number) =>
    await app.send(agency.administrator, contract.nameOwnOrganisation, {
      input: { organisationId, version: version ?? (await read()).version },
    })
  const keep = async (of: TestAgency, values: { name: string; kind?: string }) => {
    const id = newId()
    await app.owner.query(
      `insert into organisation (id, steward_agency_id, name, kind, created_by) values ($1, $2, $3, $4, $5)`,
      [id, of.id, values.name, values.kind ?? 'formal', of.administrator.id],
    )
    return id
  }

  test('the administrator chooses among the formal ones that the agency keeps itself', async () => {
    const ours = await keep(agency, { name: 'Koy-e Bahar Centre' })
    await keep(agency, { name: 'Mothers of the lane', kind: 'informal' })
    await keep(elsewhere, { name: 'Elsewhere Centre' })
    const before = await read()
    expect(before).toMatchObject({
      organisation: null,
      choices: [{ id: ours, name: 'Koy-e Bahar Centre' }],
    })
    expect((await read('بهار')).choices).toEqual([])
    expect((await name(ours, before.version)).status).toBe(200)
    expect((await read()).organisation?.id).toBe(ours)
    expect((await name(null, before.version)).error?.code).toBe('stale_version')
  })

  test('it is never one that another agency keeps, nor an informal one', async () => {
    const theirs = await keep(elsewhere, { name: 'Theirs' })
    const informal = await keep(agency, { name: 'Neighbours', kind: 'informal' })
    for (const id of [theirs, informal, newId()]) {
      expect((await name(id)).error?.code).toBe('not_found')
      await expect(
        app.owner.query('update agency set organisation_id = $1 where id = $2', [id, agency.id]),
      ).rejects.toThrow(/foreign key/)
    }
  })

  test('nobody but an administrator says it', async () => {
    for (const worker of [agency.caseworker, agency.supervisor, agency.director]) {
      const answer = await app.send(worker, contract.nameOwnOrganisation, {
        input: { organisationId: null, version: 1 },
      })
      expect(answer.error?.code).toBe('role_not_allowed')
    }
  })
})

test('who is not signed in is told so, and nothing else', async () => {
  const answer = await app.send(undefined, contract.listColleagues)
  expect(answer.status).toBe(401)
  expect(answer.error?.code).toBe('not_signed_in')
})

test('the health of the server and its contract are told without sign-in', async () => {
  const health = await app.app.inject('/api/health')
  expect(health.json()).toMatchObject({ alive: true })
  const openApi = await app.app.inject('/api/openapi.json')
  expect(Object.keys(openApi.json<{ paths: object }>().paths)).toContain('/api/me')
  const page = await app.app.inject('/api/docs')
  expect(page.body).toContain('/api/drafts/{key}')
})
