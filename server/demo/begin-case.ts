import { addDays } from '@peyvand/domain/calendar/day.ts'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import { makeFamily } from './make-family.ts'
import type { DemoFamily } from './make-family.ts'
import { at } from './telling.ts'
import type { DemoAgency, Story, Telling } from './telling.ts'

interface Opened {
  caseId: string
  requestId: string
  openedOn: string
  programme: DemoAgency['programmes'][number]
  manager: string
  family: DemoFamily
}

/** A request at a desk, and the case it opened, with its team and the family's network. */
export function beginCase(telling: Telling, openedOn: string): Story {
  const { chance, agency, newId } = telling
  const programme = chance.pick(agency.programmes)
  const manager = chance.pick(agency.managers)
  const family = makeFamily(telling, openedOn, manager)
  const caseId = newId(openedOn)
  const requestId = newId(addDays(openedOn, -3))
  const opened = { caseId, requestId, openedOn, programme, manager, family }
  addRequest(telling, opened)
  addCase(telling, opened)
  addTeam(telling, opened)
  addNetwork(telling, opened)
  return {
    caseId,
    clientId: family.clientId,
    manager,
    openedOn,
    sex: family.sex,
    contactEveryDays: programme.contactEveryDays,
    reviewEveryDays: programme.reviewEveryDays,
  }
}

function addRequest(
  { rows, chance, agency }: Telling,
  { requestId, openedOn, programme, manager, family: { members } }: Opened,
): void {
  const { words } = agency
  rows.add('request', {
    id: requestId,
    agency_id: agency.id,
    desk_id: programme.deskId,
    programme_id: programme.id,
    source: chance.pick([
      'self',
      'self',
      'family',
      'school',
      'hotline',
      'hospital',
      'court',
      'outreach',
    ]),
    source_detail: '',
    presenting_problem: chance.pick(words.needs).told,
    need_domains: [],
    area: '',
    // opened below, together with its case
    status: 'eligible',
    reason: '',
    objection_way: '',
    guidance_given: '',
    waitlist_priority: 0,
    decided_at: at(openedOn),
    decided_by: manager,
    received_at: at(addDays(openedOn, -3)),
    created_by: manager,
    version: 1,
  })
  for (const { id, isHead } of members) {
    rows.add('request_person', {
      request_id: requestId,
      person_id: id,
      part: isHead ? 'client' : 'household',
      created_at: at(openedOn),
    })
  }
}

function addCase(
  { rows, chance, agency, nextNumber }: Telling,
  { caseId, requestId, openedOn, programme, manager, family }: Opened,
): void {
  const { words } = agency
  const risk = chance.in(0.14) ? chance.pick(['watch', 'watch', 'urgent', 'crisis']) : 'normal'
  rows.add('case_file', {
    id: caseId,
    agency_id: agency.id,
    number: nextNumber(openedOn),
    client_id: family.clientId,
    household_id: family.householdId,
    programme_id: programme.id,
    practice_model_id: programme.practiceModelId,
    practice_model_reason: words.phrases.modelReason,
    request_id: requestId,
    status: 'open',
    episode: 1,
    opened_on: openedOn,
    closed_on: null,
    risk_level: risk,
    risk_reason: risk === 'normal' ? '' : chance.pick(words.riskReasons),
    sealed: false,
    created_at: at(openedOn),
    created_by: manager,
    version: 1,
  })
  for (const { id, isHead } of family.members) {
    rows.add('case_person', {
      case_id: caseId,
      person_id: id,
      part: isHead ? 'client' : 'household',
      created_at: at(openedOn),
    })
  }
}

function addTeam({ rows, agency, newId }: Telling, { caseId, openedOn, manager }: Opened): void {
  for (const [worker, role] of [
    [manager, 'case_manager'],
    [agency.supervisor, 'supervisor'],
  ] as const) {
    rows.add('team_member', {
      id: newId(openedOn),
      case_id: caseId,
      worker_id: worker,
      role,
      groups: dataGroups,
      may_write: true,
      since: openedOn,
      created_at: at(openedOn),
      created_by: manager,
      version: 1,
    })
  }
}

function addNetwork(
  { rows, chance, agency, newId }: Telling,
  { caseId, openedOn, manager, family }: Opened,
): void {
  for (const relationshipId of family.relationships.slice(0, 2)) {
    rows.add('relationship_quality', {
      id: newId(openedOn),
      case_id: caseId,
      relationship_id: relationshipId,
      quality: chance.pick(['close', 'caring', 'distant', 'conflictual']),
      created_at: at(openedOn),
      created_by: manager,
      version: 1,
    })
  }
  for (const tie of chance.some(agency.words.ties, chance.between(2, 4))) {
    rows.add('tie', {
      id: newId(openedOn),
      case_id: caseId,
      person_id: null,
      system: tie.system,
      name: tie.name,
      strength: chance.pick(['strong', 'ordinary', 'tenuous']),
      tension: chance.in(0.2),
      energy: chance.pick(['to_us', 'from_us', 'both', 'none']),
      since: openedOn,
      created_at: at(openedOn),
      created_by: manager,
      version: 1,
    })
  }
}
