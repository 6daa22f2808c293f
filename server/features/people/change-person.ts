import type { PersonInput } from '@peyvand/domain/people/person.ts'
import { whyNotKeepPerson } from '@peyvand/domain/people/person.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { auditPeople } from './audit-people.ts'
import { findLikelySameJob } from './find-likely-same.job.ts'
import { keepContacts } from './keep-contacts.ts'
import { findPerson, updatePerson } from './person-store.ts'
import type { PersonRow } from './person-store.ts'
import { columnsOf } from './register-person.ts'

/** Corrects or completes what is kept of a person, as the writer saw it. */
export async function changePerson(
  act: Act,
  personId: string,
  details: PersonInput,
  seen: number,
): Promise<PersonRow> {
  await auditPeople(act, personId)
  const before = orNotFound(await findPerson(act.tx, personId))
  if (!before.mayChange) throw new Refused('may_not_write')
  const refusal = whyNotKeepPerson(details, act.today)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  if (!(await updatePerson(act.tx, personId, seen, columnsOf(details)))) {
    throw new Refused('stale_version', { current: await findPerson(act.tx, personId) })
  }
  // The row is held from here on, so its numbers are read again as they now are.
  const held = orNotFound(await findPerson(act.tx, personId))
  await keepContacts(act, personId, held, details)
  await enqueue(act.tx, findLikelySameJob, { personId }, `find-likely-same:${personId}`)
  return orNotFound(await findPerson(act.tx, personId))
}
