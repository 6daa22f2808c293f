import { z } from 'zod'
import { levels } from '../cases/levels.ts'
import { day, endpoint, id, instant, optionalText, pageQuery, text, version } from '../contract.ts'
import { contactKinds } from './contact.ts'
import { dueItem } from './due-item.ts'
import { attainmentLevels } from './goal-attainment.ts'
import { noteFormats, noteSections } from './note.ts'
import type { NoteFormat, NoteSection } from './note.ts'
import { taskKinds } from './task.ts'

const example = (digit: number) => `01900000-0000-7000-8000-00000000000${digit}`
const ofCase = { who: ['staff'], about: 'case' } as const
const name = z.object({ id, givenName: z.string(), familyName: z.string() })
const worker = z.object({ id, fullName: z.string() })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const minutes = z.int().min(0).max(1440)

// ---------------------------------------------------------------- notes

const everySection = [...new Set(Object.values(noteSections).flat())] as [
  NoteSection,
  ...NoteSection[],
]
/** Text by section; those of another format are refused by their name. */
const sections = z.partialRecord(z.enum(everySection), z.string().trim().max(20_000))
const noteFields = { format: z.enum(noteFormats), sections }
const fitting = {
  path: ['sections'],
  error: 'a section does not belong to the format',
}
function fits({ format, sections: written }: { format: NoteFormat; sections: object }): boolean {
  const own: readonly string[] = noteSections[format]
  return Object.keys(written).every((section) => own.includes(section))
}

export const note = z.object({
  id,
  contactId: id.nullable(),
  ...noteFields,
  status: z.enum(['draft', 'signed', 'amended']),
  author: worker,
  signedAt: instant.nullable(),
  /** The note that this one takes the place of. */
  amends: id.nullable(),
  amendReason: z.string(),
  /** Whom it is kept for, where the others of the case never see it. */
  onlyFor: name.nullable(),
  /** Why its wall was last moved. */
  wallReason: z.string(),
  createdAt: instant,
  version: z.int(),
})

const oneNote = '/cases/:caseId/notes/:noteId'

export const listNotes = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/notes',
  summary: 'Notes that belong to no contact, newest first, with what they amended.',
  query: pageQuery,
  answer: z.object({ notes: z.array(note), before: id.nullable(), mayWrite: z.boolean() }),
  refusals: ['not_found'],
})

export const writeNote = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/notes',
  writes: 'notes',
  summary: 'Begin a note, of a contact or of the case; it is its author’s alone until signed.',
  input: z
    .strictObject({
      id,
      contactId: id.nullable().default(null),
      onlyFor: id.nullable().default(null),
      ...noteFields,
    })
    .refine(fits, fitting),
  answer: note,
  refusals: ['not_found', 'may_not_write', 'wall_not_theirs', 'already_exists'],
  example: {
    input: { id: example(1), format: 'dap', sections: { data: 'Seen at home with her mother.' } },
  },
})

export const changeNote = endpoint({
  ...ofCase,
  method: 'PUT',
  path: oneNote,
  writes: 'notes',
  summary: 'Go on writing a note of one’s own that is not signed.',
  input: z
    .strictObject({ version, onlyFor: id.nullable().optional(), ...noteFields })
    .refine(fits, fitting),
  answer: note,
  refusals: ['not_found', 'may_not_write', 'note_signed', 'wall_not_theirs', 'stale_version'],
  example: { input: { version: 1, format: 'free', sections: { text: 'All went well.' } } },
})

export const signNote = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneNote}/sign`,
  writes: 'notes',
  summary: 'Sign a note: it stays as it is from then on, and colleagues read it.',
  input: z.strictObject({ version }),
  answer: note,
  refusals: ['not_found', 'may_not_write', 'note_signed', 'note_empty', 'stale_version'],
  example: { input: { version: 2 } },
})

export const amendNote = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneNote}/amend`,
  writes: 'notes',
  summary: 'Correct a signed note by a new one, with the reason; the old one stays readable.',
  input: z.strictObject({ id, reason: text(1000), ...noteFields }).refine(fits, fitting),
  answer: note,
  refusals: [
    'not_found',
    'may_not_write',
    'note_not_signed',
    'note_amended',
    'note_empty',
    'already_exists',
  ],
  example: {
    input: {
      id: example(2),
      reason: 'It was her aunt, not her mother.',
      format: 'dap',
      sections: { data: 'Seen at home with her aunt.' },
    },
  },
})

export const moveNoteWall = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneNote}/wall`,
  writes: 'notes',
  summary:
    'Keep a note, with what it amended, for one person of the case alone, or take that wall down with the reason.',
  input: z.strictObject({ onlyFor: id.nullable(), reason: optionalText(500), version }),
  answer: note,
  refusals: [
    'not_found',
    'may_not_write',
    'note_amended',
    'wall_not_theirs',
    'reason_missing',
    'stale_version',
  ],
  example: { input: { onlyFor: null, reason: 'She wants her son to read it.', version: 1 } },
})

// ---------------------------------------------------------------- progress on goals

const judges = ['client', 'worker', 'shared'] as const
const attainmentLevel = z.literal(attainmentLevels)
const progressFields = {
  goalId: id,
  level: attainmentLevel,
  judgedBy: z.enum(judges),
  said: optionalText(2000),
}

export const progress = z.object({
  id,
  goalId: id,
  contactId: id.nullable(),
  onDay: day,
  level: attainmentLevel,
  judgedBy: z.enum(judges),
  said: z.string(),
  byName: z.string(),
})

export const readAttainment = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/attainment',
  summary:
    'Goals of the plan at work with their scales, every judgement so far, and the T-scores at the start and now.',
  answer: z.object({
    plan: z
      .object({ id, edition: z.int(), status: z.string(), inForceOn: day.nullable() })
      .nullable(),
    goals: z.array(
      z.object({
        id,
        number: z.int(),
        clientWords: z.string(),
        professionalWords: z.string(),
        weight: z.int(),
        /** The words of each level, by its figure. */
        scale: z.record(z.string(), z.string()),
        baseline: attainmentLevel.nullable(),
        levelNow: attainmentLevel.nullable(),
        targetOn: day.nullable(),
        endedOn: day.nullable(),
        progress: z.array(progress),
      }),
    ),
    attainment: z
      .object({ baseline: z.number(), now: z.number(), change: z.number(), goals: z.int() })
      .nullable(),
    mayWrite: z.boolean(),
  }),
  refusals: ['not_found'],
})

export const recordProgress = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/progress',
  writes: 'plan',
  summary: 'How far a goal has come today: the level, who judged it, what was said.',
  input: z.strictObject({ id, ...progressFields }),
  answer: progress,
  refusals: ['not_found', 'may_not_write', 'case_closed', 'goal_unknown', 'already_exists'],
  example: {
    input: {
      id: example(3),
      goalId: example(4),
      level: 1,
      judgedBy: 'client',
      said: 'I slept four nights out of seven.',
    },
  },
})

// ---------------------------------------------------------------- contacts

const contactFields = {
  kind: z.enum(contactKinds),
  /** False for a try that reached nobody. */
  reached: z.boolean(),
  happenedAt: instant,
  minutes: minutes.default(0),
  travelMinutes: minutes.default(0),
  /** People of the case who took part. */
  withPersons: z.array(id).max(50).default([]),
  withOthers: optionalText(300),
  place: optionalText(300),
  purpose: optionalText(500),
}

export const contact = z.object({
  id,
  kind: z.enum(contactKinds),
  reached: z.boolean(),
  happenedAt: instant,
  minutes: z.int(),
  travelMinutes: z.int(),
  withPersons: z.array(name),
  withOthers: z.string(),
  place: z.string(),
  purpose: z.string(),
  worker,
  /** Why it counts nowhere; empty for a contact that counts. */
  enteredInError: z.string(),
  version: z.int(),
  notes: z.array(note),
  progress: z.array(progress.extend({ goalNumber: z.int(), goalWords: z.string() })),
})

export const listContacts = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/contacts',
  summary: 'Contacts, newest first, each with its notes and the goals it touched.',
  query: pageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  answer: z.object({
    contacts: z.array(contact),
    before: id.nullable(),
    /** Days between contacts that the practice model asks for. */
    everyDays: z.int().nullable(),
    people: z.array(name.extend({ part: z.string() })),
    mayWrite: z.boolean(),
    mayWriteNotes: z.boolean(),
    open: z.boolean(),
  }),
  refusals: ['not_found'],
})

export const recordContact = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/contacts',
  writes: 'core',
  summary:
    'Record a contact or a try, with its note, the goals it touched and the appointment it kept, at once.',
  input: z.strictObject({
    id,
    ...contactFields,
    note: z
      .strictObject({
        id,
        onlyFor: id.nullable().default(null),
        ...noteFields,
        sign: z.boolean().default(false),
      })
      .refine(fits, fitting)
      .optional(),
    progress: z
      .array(z.strictObject({ id, ...progressFields }))
      .max(20)
      .default([]),
    /** The task or appointment that is done with it. */
    endsTaskId: id.optional(),
  }),
  answer: contact,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'contact_in_future',
    'person_missing',
    'goal_unknown',
    'note_empty',
    'wall_not_theirs',
    'task_done',
    'already_exists',
  ],
  example: {
    input: {
      id: example(5),
      kind: 'home_visit',
      reached: true,
      happenedAt: '2026-11-21T10:30:00+03:30',
      minutes: 60,
      travelMinutes: 40,
      place: 'At home',
      purpose: 'How the first week went',
      note: { id: example(6), format: 'free', sections: { text: 'Calm, with her mother.' } },
    },
  },
})

export const changeContact = endpoint({
  ...ofCase,
  method: 'PUT',
  path: '/cases/:caseId/contacts/:contactId',
  writes: 'core',
  summary: 'Correct when, how long, where or with whom a contact was; the old state is kept.',
  input: z.strictObject({ version, ...contactFields }),
  answer: contact,
  refusals: ['not_found', 'may_not_write', 'contact_in_future', 'person_missing', 'stale_version'],
  example: {
    input: { version: 1, kind: 'call', reached: false, happenedAt: '2026-11-21T10:30:00+03:30' },
  },
})

export const withdrawContact = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/contacts/:contactId/withdraw',
  writes: 'core',
  summary: 'Say that a contact was recorded in error, and why; it counts nowhere from then on.',
  input: z.strictObject({ version, reason: text(1000) }),
  answer: contact,
  refusals: ['not_found', 'may_not_write', 'stale_version'],
  example: { input: { version: 1, reason: 'It was another client.' } },
})

// ---------------------------------------------------------------- tasks and appointments

export const task = z.object({
  id,
  kind: z.enum(taskKinds),
  title: z.string(),
  dueOn: day,
  dueTime: time.nullable(),
  place: z.string(),
  worker,
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
  droppedReason: z.string(),
  version: z.int(),
})

const oneTask = '/cases/:caseId/tasks/:taskId'
const taskRefusals = ['not_found', 'may_not_write', 'stale_version', 'task_done'] as const

export const listTasks = endpoint({
  ...ofCase,
  method: 'GET',
  path: '/cases/:caseId/tasks',
  summary: 'Tasks and appointments: open ones by their day, or ended ones, newest first.',
  query: pageQuery.extend({ state: z.enum(['open', 'ended']).default('open') }),
  answer: z.object({
    tasks: z.array(task),
    /** Of ended tasks, where the next page begins; open ones come all at once. */
    before: id.nullable(),
    /** Who sees the case, and so may be given a task. */
    assignees: z.array(worker),
    mayWrite: z.boolean(),
    open: z.boolean(),
  }),
  refusals: ['not_found'],
})

export const addTask = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/tasks',
  writes: 'core',
  summary: 'Add a task or an appointment, for oneself or a colleague who sees the case.',
  input: z.strictObject({
    id,
    kind: z.enum(taskKinds).default('task'),
    title: text(200),
    dueOn: day,
    dueTime: time.nullable().default(null),
    place: optionalText(200),
    /** Oneself when left out. */
    workerId: id.optional(),
  }),
  answer: task,
  refusals: [
    'not_found',
    'may_not_write',
    'case_closed',
    'assignee_without_access',
    'already_exists',
  ],
  example: {
    input: { id: example(7), title: 'Copy of the birth certificate', dueOn: '2026-11-24' },
  },
})

export const finishTask = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneTask}/done`,
  writes: 'core',
  summary: 'The task is done, or the appointment was kept.',
  input: z.strictObject({ version }),
  answer: task,
  refusals: taskRefusals,
  example: { input: { version: 1 } },
})

export const reopenTask = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneTask}/undo`,
  writes: 'core',
  summary: 'Take back that a task is done or dropped.',
  input: z.strictObject({ version }),
  answer: task,
  refusals: ['not_found', 'may_not_write', 'stale_version'],
  example: { input: { version: 2 } },
})

export const moveTask = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneTask}/move`,
  writes: 'core',
  summary: 'Give a task another day or hour.',
  input: z.strictObject({ version, dueOn: day, dueTime: time.nullable() }),
  answer: task,
  refusals: taskRefusals,
  example: { input: { version: 1, dueOn: '2026-11-28', dueTime: null } },
})

export const dropTask = endpoint({
  ...ofCase,
  method: 'POST',
  path: `${oneTask}/drop`,
  writes: 'core',
  summary: 'The task will not be done: why.',
  input: z.strictObject({ version, reason: text(500) }),
  answer: task,
  refusals: taskRefusals,
  example: { input: { version: 1, reason: 'Her sister does it.' } },
})

// ---------------------------------------------------------------- what is due

export const snoozeDue = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/due/:key/snooze',
  params: { key: z.string().regex(/^[a-z_]{1,60}(:[0-9a-f-]{36})?$/) },
  writes: 'core',
  summary: 'Put an alert off until a later day, with the reason.',
  input: z.strictObject({ until: day, reason: text(500) }),
  answer: z.object({ snoozedUntil: day }),
  refusals: ['not_found', 'may_not_write', 'snooze_not_lawful'],
  example: {
    params: { key: 'contact_due' },
    input: { until: '2026-11-25', reason: 'She is with her sister until Wednesday.' },
  },
})

export const wakeDue = endpoint({
  ...ofCase,
  method: 'POST',
  path: '/cases/:caseId/due/:key/wake',
  params: { key: z.string().regex(/^[a-z_]{1,60}(:[0-9a-f-]{36})?$/) },
  writes: 'core',
  summary: 'Take back that an alert was put off.',
  answer: z.object({}),
  refusals: ['not_found', 'may_not_write'],
  example: { params: { key: 'contact_due' } },
})

export const todayItem = dueItem.extend({
  caseId: id,
  caseNumber: z.string(),
  client: name,
  /** What to read before calling. */
  safeContact: z.string(),
  householdId: id.nullable(),
  riskLevel: z.enum(levels),
  /** Who is to do it; null where nobody is named. */
  workerName: z.string().nullable(),
  mine: z.boolean(),
  snoozedUntil: day.nullable(),
  snoozeReason: z.string(),
  /** Version of the task behind it, for doing it at once. */
  taskVersion: z.int().nullable(),
})

export const readToday = endpoint({
  method: 'GET',
  path: '/today',
  who: ['staff'],
  about: 'self',
  summary: 'What needs me now and why, across my cases: due items, tasks and appointments.',
  query: z.object({ whose: z.enum(['mine', 'all']).default('mine') }),
  answer: z.object({
    today: day,
    items: z.array(todayItem),
    /** More is due than is told here. */
    more: z.boolean(),
  }),
  refusals: [],
})
