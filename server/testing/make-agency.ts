import { v7 as newId } from 'uuid'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { giveToken } from './test-app.ts'
import type { TestApp, TestWorker } from './test-app.ts'

export interface TestAgency {
  id: string
  programmeId: string
  deskId: string
  practiceModelId: string
  /** One worker of each kind, and a second team. */
  caseworker: TestWorker
  supervisor: TestWorker
  intake: TestWorker
  administrator: TestWorker
  director: TestWorker
  auditor: TestWorker
  otherCaseworker: TestWorker
  otherSupervisor: TestWorker
}

const model = { contactEveryDays: 14, reviewEveryDays: 90, weight: 5 }

/** An agency with a programme, a desk, a practice model and a worker of each role. */
export async function makeAgency(
  test: Pick<TestApp, 'owner'>,
  name = 'Koy-e Bahar',
): Promise<TestAgency> {
  const { owner } = test
  const [id, programmeId, deskId, practiceModelId] = [newId(), newId(), newId(), newId()]
  await owner.query(`insert into agency (id, name, time_zone) values ($1, $2, 'Asia/Tehran')`, [
    id,
    name,
  ])
  const worker = (fullName: string, ...roles: Role[]) => makeWorker(test, id, fullName, roles)
  const agency: TestAgency = {
    id,
    programmeId,
    deskId,
    practiceModelId,
    caseworker: await worker('Samaneh Karimpour', 'caseworker'),
    supervisor: await worker('Nahid Farahmand', 'supervisor'),
    intake: await worker('Omid Sadeghi', 'intake'),
    administrator: await worker('Leila Azimi', 'administrator'),
    director: await worker('Kamran Vaziri', 'director'),
    auditor: await worker('Parvin Shams', 'auditor'),
    otherCaseworker: await worker('Behnam Rostami', 'caseworker'),
    otherSupervisor: await worker('Mitra Kiani', 'supervisor'),
  }
  await owner.query(
    `insert into practice_model (id, agency_id, code, name_fa, name_en, content, effective_on)
     values ($1, $2, 'strengths_based', 'توانمندسازی', 'strengths-based', $3, '2020-01-01')`,
    [practiceModelId, id, JSON.stringify(model)],
  )
  await owner.query(
    `insert into programme (id, agency_id, code, name_fa, name_en, practice_model_id)
     values ($1, $2, 'poverty_relief', 'حمایت از خانواده', 'Family support', $3)`,
    [programmeId, id, practiceModelId],
  )
  await owner.query(
    `insert into desk (id, agency_id, programme_id, name, phone) values ($1, $2, $3, 'Intake', '+982100000000')`,
    [deskId, id, programmeId],
  )
  for (const member of [agency.intake, agency.caseworker]) {
    await owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
      deskId,
      member.id,
    ])
  }
  return agency
}

export async function makeWorker(
  { owner }: Pick<TestApp, 'owner'>,
  agencyId: string,
  fullName: string,
  roles: Role[],
): Promise<TestWorker> {
  const id = newId()
  await owner.query('insert into auth.login (id, name, user_name) values ($1, $2, $3)', [
    id,
    fullName,
    id,
  ])
  await owner.query(
    'insert into worker (id, agency_id, full_name, roles) values ($1, $2, $3, $4)',
    [id, agencyId, fullName, roles],
  )
  return { id, agencyId, token: await giveToken(owner, id, agencyId) }
}

/** The agency enters itself in the directory and says so, so that a consent can name it. */
export async function enterInDirectory(
  { owner }: Pick<TestApp, 'owner'>,
  agency: TestAgency,
): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into organisation (id, steward_agency_id, name, created_by)
     select $1, a.id, a.name, $3 from agency a where a.id = $2`,
    [id, agency.id, agency.administrator.id],
  )
  await owner.query('update agency set organisation_id = $1 where id = $2', [id, agency.id])
  return id
}
