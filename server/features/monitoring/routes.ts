import * as contract from '@peyvand/domain/monitoring/contract.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import type { Act } from '../../platform/access/act.ts'
import { addTask } from './add-task.ts'
import { amendNote } from './amend-note.ts'
import { changeContact } from './change-contact.ts'
import { changeNote } from './change-note.ts'
import { changeTask } from './change-task.ts'
import { listContacts, loadContactPage } from './contact-store.ts'
import { findOpenDue, updateSnooze } from './due-store.ts'
import { endTask } from './end-task.ts'
import { moveNoteWall } from './move-note-wall.ts'
import { canWrite, listLooseNotes } from './note-store.ts'
import { readAttainment } from './read-attainment.ts'
import { readToday } from './read-today.ts'
import { recordContact } from './record-contact.ts'
import { recordProgress } from './record-progress.ts'
import { refreshDue } from './refresh-due.ts'
import { signNote } from './sign-note.ts'
import { snoozeDue } from './snooze-due.ts'
import { findTask, listEndedTasks, listOpenTasks, loadTaskPage } from './task-store.ts'
import { writeNote } from './write-note.ts'

export const monitoringRoutes: readonly Route[] = [
  staffRoute(contract.listContacts, async ({ tx }, { params: { caseId }, query }) => {
    const contacts = await listContacts(tx, caseId, query)
    return {
      contacts,
      before: pageAfter(contacts, query.limit),
      ...(await loadContactPage(tx, caseId)),
    }
  }),
  staffRoute(contract.recordContact, async (act, { params, input }) =>
    recordContact(act, params.caseId, input),
  ),
  staffRoute(contract.changeContact, async (act, { params, input: { version, ...fields } }) =>
    changeContact(act, params, version, fields),
  ),
  staffRoute(contract.withdrawContact, async (act, { params, input: { version, reason } }) =>
    changeContact(act, params, version, { enteredInError: reason }),
  ),

  staffRoute(contract.listNotes, async ({ tx }, { params: { caseId }, query }) => {
    const notes = await listLooseNotes(tx, caseId, query)
    const before = pageAfter(notes, query.limit)
    return { notes, before, mayWrite: await canWrite(tx, caseId, 'notes') }
  }),
  staffRoute(contract.writeNote, async (act, { params, input }) =>
    writeNote(act, params.caseId, input),
  ),
  staffRoute(contract.changeNote, async (act, { params, input }) => changeNote(act, params, input)),
  staffRoute(contract.signNote, async (act, { params, input }) =>
    signNote(act, params, input.version),
  ),
  staffRoute(contract.amendNote, async (act, { params, input }) => amendNote(act, params, input)),
  staffRoute(contract.moveNoteWall, (act, { params, input }) => moveNoteWall(act, params, input)),

  staffRoute(contract.readAttainment, async (act, { params }) =>
    readAttainment(act, params.caseId),
  ),
  staffRoute(contract.recordProgress, async (act, { params, input }) =>
    recordProgress(act, params.caseId, input),
  ),

  staffRoute(contract.listTasks, async ({ tx }, { params: { caseId }, query }) => {
    const page = await loadTaskPage(tx, caseId)
    if (query.state === 'open') {
      return { tasks: await listOpenTasks(tx, caseId), before: null, ...page }
    }
    const tasks = await listEndedTasks(tx, caseId, query)
    return { tasks, before: pageAfter(tasks, query.limit), ...page }
  }),
  staffRoute(contract.addTask, async (act, { params, input }) =>
    addTask(act, params.caseId, input),
  ),
  staffRoute(contract.finishTask, async (act, { params, input }) => {
    await endTask(act, params.caseId, params.taskId, input.version, { doneAt: act.now })
    return await taskAfter(act, params)
  }),
  staffRoute(contract.dropTask, async (act, { params, input: { version, reason } }) => {
    await endTask(act, params.caseId, params.taskId, version, { droppedReason: reason })
    return await taskAfter(act, params)
  }),
  staffRoute(contract.reopenTask, async (act, { params, input }) => {
    const open = { doneAt: null, doneBy: null, droppedReason: '' }
    await changeTask(act, params, input.version, open)
    return await taskAfter(act, params)
  }),
  staffRoute(contract.moveTask, async (act, { params, input: { version, ...day } }) => {
    await changeTask(act, params, version, day)
    return await taskAfter(act, params)
  }),

  staffRoute(contract.snoozeDue, async (act, { params, input }) => snoozeDue(act, params, input)),
  staffRoute(contract.wakeDue, async ({ tx }, { params: { caseId, key } }) => {
    orNotFound(await findOpenDue(tx, caseId, key))
    const awake = { snoozedUntil: null, snoozeReason: '', snoozedBy: null }
    await updateSnooze(tx, caseId, key, awake)
    return {}
  }),
  staffRoute(contract.readToday, async (act, { query }) => readToday(act, query.whose)),
]

/** The last id of a full page, after which there may be more. */
function pageAfter(rows: readonly { id: string }[], limit: number): string | null {
  return rows.length === limit ? (rows.at(-1)?.id ?? null) : null
}

/** What follows from every change of a task: what is due, and the task as it is now. */
async function taskAfter(act: Act, { caseId, taskId }: { caseId: string; taskId: string }) {
  await refreshDue(act, caseId)
  return orNotFound(await findTask(act.tx, caseId, taskId))
}
