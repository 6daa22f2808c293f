import { v7 as newId } from 'uuid'
import type { visitors } from '@peyvand/domain/access/who-reaches.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { enterInDirectory, makeAgency, makeWorker } from './make-agency.ts'
import type { TestAgency } from './make-agency.ts'
import { openTestCase } from './open-test-case.ts'
import type { TestCase } from './open-test-case.ts'
import { givePartnerToken } from './test-app.ts'
import type { TestApp, TestWorker } from './test-app.ts'

export type VisitorName = keyof typeof visitors

/** Somebody before the door: who comes, and the case, person and request he or she came for. */
export interface Invited {
  worker: TestWorker | undefined
  /** Its token makes nobody of the agency of it. */
  isNobody?: boolean
  params: Record<string, string>
}

/** Every visitor of the access matrix with a case of his or her own, so that none disturbs another. */
export async function inviteVisitors(app: TestApp): Promise<Record<VisitorName, Invited>> {
  const agency = await makeAgency(app)
  const elsewhere = await makeAgency(app, 'Elsewhere')
  const partnerId = await enterInDirectory(app, elsewhere)
  const requestId = await openRequest(app, agency)
  const scene: Scene = { app, agency, elsewhere, partnerId, requestId }
  const { caseworker, intake, director, administrator, auditor } = agency
  return {
    anonymous: await invite(scene, undefined),
    client: await invite(scene, undefined),
    expired: { ...(await invite(scene, await expired(scene))), isNobody: true },
    system: await inviteSystem(scene, 'its_own'),
    otherSystem: await inviteSystem(scene, 'another'),
    own: await invite(scene, caseworker),
    line: await invite(scene, await newWorker(scene, 'supervisor'), putManagerUnder),
    sealed: await invite(scene, await newWorker(scene, 'supervisor'), async (it, worker, made) => {
      await putManagerUnder(it, worker, made)
      await owner(it, 'update case_file set sealed = true where id = $1', made.caseId)
      await owner(it, 'select derive_supervision(array[$1::uuid])', made.caseId)
    }),
    otherTeam: await invite(scene, await newWorker(scene, 'caseworker')),
    left: await invite(scene, await newWorker(scene, 'caseworker'), async (it, worker, made) => {
      await join(it, worker, made)
      await owner(it, 'update team_member set ended_at = now() where worker_id = $1', worker.id)
      await owner(it, 'select derive_access($1, $2)', made.caseId, worker.id)
    }),
    partner: await invite(scene, await workerElsewhere(scene), async (it, worker, made) => {
      await join(it, worker, made, await consent(it, made))
    }),
    withdrawn: await invite(scene, await workerElsewhere(scene), async (it, worker, made) => {
      const consentId = await consent(it, made)
      await join(it, worker, made, consentId)
      await owner(it, 'update consent set withdrawn_at = now() where id = $1', consentId)
    }),
    emergency: await invite(scene, await newWorker(scene, 'caseworker'), breakGlass),
    otherAgency: await invite(scene, elsewhere.caseworker),
    // The request at her desk is about the client of the case.
    intake: await invite(scene, intake, (it, _worker, { clientId }) =>
      owner(
        it,
        `insert into request_person (request_id, person_id, part) values ($1, $2, 'client')`,
        it.requestId,
        clientId,
      ),
    ),
    director: await invite(scene, director),
    administrator: await invite(scene, administrator),
    auditor: await invite(scene, auditor),
  }
}

interface Scene {
  app: TestApp
  agency: TestAgency
  elsewhere: TestAgency
  /** What the other agency is in the directory. */
  partnerId: string
  requestId: string
}

type Arrange = (scene: Scene, worker: TestWorker, made: TestCase) => Promise<void>

async function invite(
  scene: Scene,
  worker: TestWorker | undefined,
  arrange?: Arrange,
): Promise<Invited> {
  const made = await openTestCase(scene.app, scene.agency)
  if (worker && arrange) await arrange(scene, worker, made)
  return {
    worker,
    params: { caseId: made.caseId, personId: made.clientId, requestId: scene.requestId },
  }
}

/** The system of a partner, for a referral sent to its own organisation or to another. */
async function inviteSystem(scene: Scene, sentTo: 'its_own' | 'another'): Promise<Invited> {
  const { app, agency } = scene
  const own = await sendReferral(scene)
  const inHand = sentTo === 'its_own' ? own : await sendReferral(scene)
  const { organisationId } = own
  const worker = await givePartnerToken(app.owner, { agencyId: agency.id, organisationId })
  return { worker, isNobody: true, params: inHand.params }
}

/** A referral to an organisation of its own, resting on consent. */
async function sendReferral(scene: Scene) {
  const made = await openTestCase(scene.app, scene.agency)
  const by = scene.agency.caseworker.id
  const [organisationId, serviceId, needId, referralId] = [newId(), newId(), newId(), newId()]
  await owner(
    scene,
    `insert into organisation (id, steward_agency_id, name, created_by) values ($1, $2, 'Omid', $3)`,
    organisationId,
    scene.agency.id,
    by,
  )
  await owner(
    scene,
    `insert into service (id, steward_agency_id, organisation_id, name, created_by) values ($1, $2, $3, 'Help', $4)`,
    serviceId,
    scene.agency.id,
    organisationId,
    by,
  )
  await owner(
    scene,
    `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
     values ($1, $2, 1, 'person', 'mental_health', 'Sleep', 3, 'client', '2026-10-05', $3)`,
    needId,
    made.caseId,
    by,
  )
  await owner(
    scene,
    `insert into referral (id, case_id, need_id, service_id, consent_id, status, sent_at, shared_groups, created_by)
     values ($1, $2, $3, $4, $5, 'sent', now(), '{core}', $6)`,
    referralId,
    made.caseId,
    needId,
    serviceId,
    await consent(scene, made),
    by,
  )
  const params = { caseId: made.caseId, personId: made.clientId, requestId: scene.requestId }
  return { organisationId, params: { ...params, referralId } }
}

async function owner({ app }: Scene, sql: string, ...values: unknown[]): Promise<void> {
  await app.owner.query(sql, values)
}

const newWorker = ({ app, agency }: Scene, role: Role) =>
  makeWorker(app, agency.id, `A ${role}`, [role])

const workerElsewhere = ({ app, elsewhere }: Scene) =>
  makeWorker(app, elsewhere.id, 'A partner', ['caseworker'])

async function expired(scene: Scene): Promise<TestWorker> {
  const worker = await newWorker(scene, 'caseworker')
  await owner(
    scene,
    `update auth.machine_token set until = '2026-01-01' where user_id = $1`,
    worker.id,
  )
  return worker
}

/** The case gets a manager of its own, who stands under this supervisor. */
async function putManagerUnder(scene: Scene, worker: TestWorker, { caseId }: TestCase) {
  const manager = await newWorker(scene, 'caseworker')
  await owner(scene, 'update worker set supervisor_id = $2 where id = $1', manager.id, worker.id)
  await owner(
    scene,
    `update team_member set worker_id = $2 where case_id = $1 and role = 'case_manager'`,
    caseId,
    manager.id,
  )
  await owner(scene, 'select derive_access($1, $2)', caseId, manager.id)
}

async function join(
  scene: Scene,
  worker: TestWorker,
  { caseId }: TestCase,
  consentId: string | null = null,
) {
  await owner(
    scene,
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by, consent_id)
     values ($1, $2, $3, 'partner_worker', '{core,plan}', false, '2026-10-01', $4, $5)`,
    newId(),
    caseId,
    worker.id,
    scene.agency.caseworker.id,
    consentId,
  )
  await owner(scene, 'select derive_access($1, $2)', caseId, worker.id)
}

async function consent(scene: Scene, { caseId, clientId }: TestCase): Promise<string> {
  const id = newId()
  await owner(
    scene,
    `insert into consent (id, case_id, person_id, discloser, groups, recipient_id, recipient_name, purpose,
       from_on, until_on, how, witness, withdraw_how, created_by)
     values ($1, $2, $3, 'us', '{core,plan}', $5, 'Elsewhere', 'shared work',
       '2026-10-01', '2099-01-01', 'spoken', 'N. F.', 'by a call', $4)`,
    id,
    caseId,
    clientId,
    scene.agency.caseworker.id,
    scene.partnerId,
  )
  return id
}

async function breakGlass(scene: Scene, worker: TestWorker, { caseId }: TestCase) {
  await owner(
    scene,
    `insert into emergency_access (id, case_id, worker_id, category, reason, until)
     values ($1, $2, $3, 'danger_to_life', 'The ambulance asks.', now() + interval '4 hours')`,
    newId(),
    caseId,
    worker.id,
  )
  await owner(scene, 'select derive_emergency($1, $2)', caseId, worker.id)
}

/** A request at the desk of the intake worker alone. */
async function openRequest({ owner }: TestApp, agency: TestAgency): Promise<string> {
  const id = newId()
  const deskId = newId()
  await owner.query(
    `insert into desk (id, agency_id, programme_id, name) values ($1, $2, $3, 'Second desk')`,
    [deskId, agency.id, agency.programmeId],
  )
  await owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
    deskId,
    agency.intake.id,
  ])
  await owner.query(
    `insert into request (id, agency_id, desk_id, programme_id, source, presenting_problem, created_by)
     values ($1, $2, $3, $4, 'self', 'x', $5)`,
    [id, agency.id, deskId, agency.programmeId, agency.intake.id],
  )
  return id
}
