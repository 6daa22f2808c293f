import type { NewPerson, PersonInput } from '@peyvand/domain/people/person.ts'
import { whyNotKeepPerson } from '@peyvand/domain/people/person.ts'
import { readNationalId } from '@peyvand/domain/people/national-id.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { findLikelySameJob } from './find-likely-same.job.ts'
import { keepContacts } from './keep-contacts.ts'
import { insertPerson, tieToCase, tieToRequest } from './person-store.ts'

/** What a new person is tied to: nobody is registered who belongs to nothing. */
export type RegisteredFor = { requestId: string; part: string } | { caseId: string; part: string }

/**
 * Registers a person for a request or a case. Whoever a case only speaks of stays out of everyone's
 * search until he or she asks for help.
 */
export async function registerPerson(
  act: Act,
  { id, details }: NewPerson,
  registeredFor: RegisteredFor,
): Promise<void> {
  const refusal = whyNotKeepPerson(details, act.today)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  act.audited.records.add(id)
  const forCase = 'caseId' in registeredFor
  await insertPerson(act.tx, {
    ...columnsOf(details),
    id,
    agencyId: act.actor.agencyId,
    mentionedOnly: forCase || registeredFor.part !== 'client',
  })
  // Numbers and address may be written only once the person is tied to something of mine.
  if (forCase) await tieToCase(act.tx, registeredFor.caseId, id, registeredFor.part)
  else await tieToRequest(act.tx, registeredFor.requestId, id, registeredFor.part)
  await keepContacts(act, id, { phones: [], address: null }, details)
  await enqueue(act.tx, findLikelySameJob, { personId: id }, `find-likely-same:${id}`)
}

/** The columns of a person's own row; a national ID is kept as ten Latin digits. */
export function columnsOf({ phones: _phones, address: _address, ...details }: PersonInput) {
  return {
    ...details,
    nationalId: readNationalId(details.nationalId).nationalId ?? null,
    nationalIdMissing: details.nationalId === '' ? details.nationalIdMissing : '',
  }
}
