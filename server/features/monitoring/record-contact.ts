import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { keepWritten, whyNotSign } from '@peyvand/domain/monitoring/note.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { checkWall } from '../cases/check-wall.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { checkContact } from './check-contact.ts'
import { findContact, insertContact } from './contact-store.ts'
import type { ContactRow } from './contact-store.ts'
import { endTask } from './end-task.ts'
import { canWrite, insertNote } from './note-store.ts'
import { insertProgress, listGoalsAtWork } from './progress-store.ts'
import { refreshDue } from './refresh-due.ts'

type Input = InputOf<typeof contract.recordContact>

/** A contact with all that came of it: note, progress on goals, the appointment it kept. */
export async function recordContact(act: Act, caseId: string, input: Input): Promise<ContactRow> {
  const { tx, now, actor } = act
  const { id, note, progress, endsTaskId, ...fields } = input
  await lockOpenCase(tx, caseId)
  await checkContact(act, caseId, fields)
  await insertContact(tx, { id, caseId, ...fields, workerId: actor.id, createdAt: now })
  act.audited.records.add(id)
  if (note) await addNote(act, caseId, id, note)
  if (progress.length > 0) await addProgress(act, caseId, input)
  if (endsTaskId) await endTask(act, caseId, endsTaskId, undefined, { doneAt: now })
  await refreshDue(act, caseId)
  return orNotFound(await findContact(tx, caseId, id))
}

async function addNote(
  { tx, now, actor, audited }: Act,
  caseId: string,
  contactId: string,
  { id, onlyFor, format, sections, sign }: NonNullable<Input['note']>,
): Promise<void> {
  if (!(await canWrite(tx, caseId, 'notes'))) throw new Refused('may_not_write')
  await checkWall(tx, { caseId, onlyFor })
  const written = keepWritten(sections, format)
  const refusal = sign && whyNotSign({ status: 'draft', format, sections: written })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  const status = sign ? 'signed' : 'draft'
  await insertNote(
    tx,
    { id, caseId, contactId, onlyFor, format, sections: written, status, authorId: actor.id },
    now,
  )
  audited.records.add(id)
}

async function addProgress(
  { tx, now, actor, audited }: Act,
  caseId: string,
  { id: contactId, happenedAt, progress }: Input,
): Promise<void> {
  if (!(await canWrite(tx, caseId, 'plan'))) throw new Refused('may_not_write')
  const atWork = await listGoalsAtWork(
    tx,
    caseId,
    progress.map(({ goalId }) => goalId),
  )
  const unknown = progress.find(({ goalId }) => !atWork.includes(goalId))
  if (unknown) throw new Refused('goal_unknown', { goalId: unknown.goalId })
  const onDay = dayInZone(happenedAt, actor.timeZone)
  await insertProgress(
    tx,
    progress.map((each) => ({ ...each, caseId, contactId, onDay })),
    now,
  )
  for (const each of progress) audited.records.add(each.id)
}
