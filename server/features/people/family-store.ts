import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

export interface FamilyRow {
  people: {
    id: string
    givenName: string
    familyName: string
    sex: string
    bornOn: string | null
    bornPrecision: string
    diedOn: string | null
    part: string
  }[]
  household: {
    id: string
    name: string
    version: number
    members: {
      id: string
      personId: string
      role: string
      isHead: boolean
      since: string | null
      until: string | null
      version: number
    }[]
  } | null
  relationships: {
    id: string
    personId: string
    otherId: string
    kind: string
    since: string | null
    until: string | null
    version: number
  }[]
  qualities: {
    id: string
    relationshipId: string
    quality: string
    since: string | null
    until: string | null
    version: number
  }[]
  ties: {
    id: string
    personId: string | null
    system: string
    name: string
    strength: string
    tension: boolean
    energy: string
    since: string | null
    until: string | null
    version: number
  }[]
  mayChange: boolean
}

/** The people of a case and how they stand to one another, in one statement. */
export async function loadFamily(tx: Transaction, caseId: string): Promise<FamilyRow> {
  const found = await sql<{ family: FamilyRow }>`
    with tied as (
      select cp.person_id, cp.part from case_person cp where cp.case_id = ${caseId}
    )
    select jsonb_build_object(
      'people', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'givenName', p.given_name,
          'familyName', p.family_name, 'sex', p.sex, 'bornOn', p.born_on, 'bornPrecision', p.born_precision,
          'diedOn', p.died_on, 'part', t.part) order by t.part <> 'client', p.born_on nulls last, p.id)
        from tied t join person p on p.id = t.person_id), '[]'),
      'household', (select jsonb_build_object('id', h.id, 'name', h.name, 'version', h.version,
          'members', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'personId', m.person_id,
              'role', m.role, 'isHead', m.is_head, 'since', m.since, 'until', m.until, 'version', m.version)
              order by m.until nulls first, not m.is_head, m.since, m.id)
            from household_member m join tied t on t.person_id = m.person_id
            where m.household_id = h.id), '[]'))
        from case_file c join household h on h.id = c.household_id
        where c.id = ${caseId} and can_see_group(${caseId}, 'family')),
      'relationships', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'personId', r.person_id,
          'otherId', r.other_id, 'kind', r.kind, 'since', r.since, 'until', r.until, 'version', r.version) order by r.id)
        from tied t join relationship r on r.person_id = t.person_id
        join tied o on o.person_id = r.other_id), '[]'),
      'qualities', coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'relationshipId', q.relationship_id,
          'quality', q.quality, 'since', q.since, 'until', q.until, 'version', q.version)
          order by q.until nulls first, q.since desc nulls last, q.id desc)
        from relationship_quality q where q.case_id = ${caseId}), '[]'),
      'ties', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'personId', e.person_id, 'system', e.system,
          'name', e.name, 'strength', e.strength, 'tension', e.tension, 'energy', e.energy, 'since', e.since,
          'until', e.until, 'version', e.version) order by e.until nulls first, e.system, e.id)
        from tie e where e.case_id = ${caseId}), '[]'),
      'mayChange', can_write_group(${caseId}, 'family') and exists (
        select from case_file c where c.id = ${caseId} and c.status = 'open')
    ) as family`.execute(tx)
  return found.rows[0]!.family
}

export async function findCaseHousehold(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('caseFile')
    .select(['householdId', 'clientId'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
}

/** Whether these people are all tied to the case. */
export async function areTied(
  tx: Transaction,
  caseId: string,
  people: readonly string[],
): Promise<boolean> {
  const tied = await tx
    .selectFrom('casePerson')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('personId', 'in', [...people])
    .execute()
  return people.every((personId) => tied.some((row) => row.personId === personId))
}

export async function updatePart(
  tx: Transaction,
  caseId: string,
  personId: string,
  part: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('casePerson')
    .set({ part })
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('part', '<>', 'client')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertHousehold(
  tx: Transaction,
  household: { id: string; agencyId: string; name: string },
): Promise<void> {
  await tx.insertInto('household').values(household).execute()
}

export async function updateCaseHousehold(
  tx: Transaction,
  caseId: string,
  householdId: string,
): Promise<void> {
  await tx.updateTable('caseFile').set({ householdId }).where('id', '=', caseId).execute()
}

interface Period {
  since: string | null
  until: string | null
}

export interface MemberValues extends Period {
  role: string
  isHead: boolean
}

export async function insertMember(
  tx: Transaction,
  member: MemberValues & { id: string; householdId: string; personId: string },
): Promise<void> {
  await tx.insertInto('householdMember').values(member).execute()
}

export async function findMember(tx: Transaction, memberId: string) {
  return await tx
    .selectFrom('householdMember')
    .select(['id', 'householdId', 'personId', 'role', 'isHead', 'since', 'until', 'version'])
    .where('id', '=', memberId)
    .executeTakeFirst()
}

export async function updateMember(
  tx: Transaction,
  memberId: string,
  seen: number,
  member: MemberValues,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('householdMember')
    .set(member)
    .where('id', '=', memberId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A household has one head: whoever was it before is it no more. */
export async function unseatHeads(
  tx: Transaction,
  householdId: string,
  except: string,
): Promise<void> {
  await tx
    .updateTable('householdMember')
    .set({ isHead: false })
    .where('householdId', '=', householdId)
    .where('id', '<>', except)
    .where('isHead', '=', true)
    .where('until', 'is', null)
    .execute()
}

export async function findTwo(tx: Transaction, personId: string, otherId: string) {
  return await tx
    .selectFrom('person')
    .select(['id', 'bornOn', 'bornPrecision'])
    .where('id', 'in', [personId, otherId])
    .execute()
}

export async function listRelationshipsOf(tx: Transaction, personId: string, otherId: string) {
  return await tx
    .selectFrom('relationship')
    .select(['id', 'personId', 'otherId', 'kind', 'until'])
    .where('personId', 'in', [personId, otherId])
    .where('otherId', 'in', [personId, otherId])
    .execute()
}

export interface RelationshipValues extends Period {
  kind: string
}

export async function insertRelationship(
  tx: Transaction,
  relationship: RelationshipValues & { id: string; personId: string; otherId: string },
): Promise<void> {
  await tx.insertInto('relationship').values(relationship).execute()
}

export async function findRelationship(tx: Transaction, relationshipId: string) {
  return await tx
    .selectFrom('relationship')
    .select(['id', 'personId', 'otherId', 'kind', 'since', 'until', 'version'])
    .where('id', '=', relationshipId)
    .executeTakeFirst()
}

export async function updateRelationship(
  tx: Transaction,
  relationshipId: string,
  seen: number,
  relationship: RelationshipValues,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('relationship')
    .set(relationship)
    .where('id', '=', relationshipId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface QualityValues extends Period {
  quality: string
}

export async function insertQuality(
  tx: Transaction,
  quality: QualityValues & { id: string; caseId: string; relationshipId: string },
): Promise<void> {
  await tx.insertInto('relationshipQuality').values(quality).execute()
}

export async function findQuality(tx: Transaction, caseId: string, qualityId: string) {
  return await tx
    .selectFrom('relationshipQuality')
    .select(['id', 'relationshipId', 'quality', 'since', 'until', 'version'])
    .where('caseId', '=', caseId)
    .where('id', '=', qualityId)
    .executeTakeFirst()
}

export async function updateQuality(
  tx: Transaction,
  caseId: string,
  qualityId: string,
  seen: number,
  quality: QualityValues,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('relationshipQuality')
    .set(quality)
    .where('caseId', '=', caseId)
    .where('id', '=', qualityId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface TieValues extends Period {
  personId: string | null
  system: string
  name: string
  strength: string
  tension: boolean
  energy: string
}

export async function insertTie(
  tx: Transaction,
  tie: TieValues & { id: string; caseId: string },
): Promise<void> {
  await tx.insertInto('tie').values(tie).execute()
}

export async function findTie(tx: Transaction, caseId: string, tieId: string) {
  return await tx
    .selectFrom('tie')
    .select(['id', 'personId', 'system', 'name', 'strength', 'tension', 'energy', 'since', 'until'])
    .select('version')
    .where('caseId', '=', caseId)
    .where('id', '=', tieId)
    .executeTakeFirst()
}

export async function updateTie(
  tx: Transaction,
  caseId: string,
  tieId: string,
  seen: number,
  tie: TieValues,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tie')
    .set(tie)
    .where('caseId', '=', caseId)
    .where('id', '=', tieId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
