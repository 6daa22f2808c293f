import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { checkContact } from './check-contact.ts'
import { findContact, lockContact, updateContact } from './contact-store.ts'
import type { ContactFields, ContactRow } from './contact-store.ts'
import { refreshDue } from './refresh-due.ts'

/** Corrects a contact, or says that it was recorded in error; in a closed case too. */
export async function changeContact(
  act: Act,
  { caseId, contactId }: { caseId: string; contactId: string },
  seen: number,
  change: ContactFields | { enteredInError: string },
): Promise<ContactRow> {
  const { tx, audited } = act
  await lockContact(tx, caseId, contactId)
  const present = orNotFound(await findContact(tx, caseId, contactId))
  audited.records.add(contactId)
  if (present.version !== seen) throw new Refused('stale_version', { current: present })
  if ('kind' in change) await checkContact(act, caseId, change)
  await updateContact(tx, contactId, change)
  await refreshDue(act, caseId)
  return orNotFound(await findContact(tx, caseId, contactId))
}
