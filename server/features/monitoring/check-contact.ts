import { whyNotHappened } from '@peyvand/domain/monitoring/contact.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { listPeopleOfCase } from './contact-store.ts'
import type { ContactFields } from './contact-store.ts'

/** A contact has happened, and with people of the case. */
export async function checkContact(
  { tx, now }: Act,
  caseId: string,
  { happenedAt, withPersons }: ContactFields,
): Promise<void> {
  const refusal = whyNotHappened(happenedAt, now)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  const known = await listPeopleOfCase(tx, caseId, withPersons)
  const missing = withPersons.find((personId) => !known.includes(personId))
  if (missing) throw new Refused('person_missing', { personId: missing })
}
