import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { levels } from '../cases/levels.ts'
import { localText } from '../text/local-text.ts'

const id = z.uuid()
const day = z.iso.date()
const dataGroup = z.enum(dataGroups)

/**
 * Everything of one case that `dueItems` decides by; days are those of the agency's zone, and
 * contacts, reviews and assessments are those of the present episode.
 */
export const dueFacts = z.object({
  status: z.enum(['open', 'closed']),
  openedOn: day,
  closedOn: day.nullable(),
  riskLevel: z.enum(levels),
  managerId: id.nullable(),
  /** Intervals of the practice model, in days; absent where it names none. */
  contactEveryDays: z.int().positive().nullable(),
  reviewEveryDays: z.int().positive().nullable(),
  /** Newest first. */
  contacts: z.array(z.object({ on: day, reached: z.boolean() })),
  lastReviewOn: day.nullable(),
  nextReviewOn: day.nullable(),
  assessments: z.array(
    z.object({
      id,
      title: localText,
      dataGroup,
      status: z.enum(['draft', 'completed']),
      startedOn: day,
      completedOn: day.nullable(),
      /** The client's own view, or the reason why it is missing, is written. */
      clientViewTold: z.boolean(),
      startedBy: id.nullable(),
    }),
  ),
  /** Present scores that are worse than before beyond error of measurement, the gravest first. */
  worseScores: z.array(
    z.object({
      assessmentId: id,
      dataGroup,
      title: localText,
      scale: localText,
      on: day,
      before: z.number(),
      now: z.number(),
    }),
  ),
  needs: z.array(
    z.object({
      id,
      number: z.int(),
      statement: z.string(),
      severity: z.int().min(0).max(4),
      urgency: z.enum(levels),
      foundOn: day,
      /** It has an outcome, or was set aside with a reason. */
      settled: z.boolean(),
      /** Goals of a living plan that answer it and were not refused. */
      goals: z.int(),
    }),
  ),
  plans: z.array(
    z.object({
      id,
      edition: z.int(),
      status: z.enum([
        'draft',
        'proposed',
        'agreed',
        'partly_agreed',
        'refused',
        'in_force',
        'superseded',
      ]),
      createdOn: day,
      proposedOn: day.nullable(),
      answeredOn: day.nullable(),
      inForceOn: day.nullable(),
    }),
  ),
  /** Goals of the plan in force that were not refused and have not ended. */
  goals: z.array(
    z.object({
      id,
      number: z.int(),
      words: z.string(),
      since: day,
      lastProgressOn: day.nullable(),
    }),
  ),
  /** Actions of those goals that are planned or under way and have a day. */
  actions: z.array(
    z.object({ id, what: z.string(), goalNumber: z.int(), dueOn: day, workerId: id.nullable() }),
  ),
  /** Tasks and appointments neither done nor dropped. */
  tasks: z.array(
    z.object({
      id,
      kind: z.enum(['task', 'appointment']),
      title: z.string(),
      dueOn: day,
      time: z.string().nullable(),
      place: z.string(),
      workerId: id,
    }),
  ),
  referrals: z.array(
    z.object({
      id,
      needId: id,
      consentId: id.nullable(),
      service: z.string(),
      organisation: z.string(),
      status: z.enum([
        'draft',
        'sent',
        'accepted',
        'started',
        'waiting',
        'completed',
        'declined',
        'cancelled',
        'stopped',
        'entered_in_error',
      ]),
      outcome: z.string().nullable(),
      sentOn: day.nullable(),
      /** The day of the last step or of the outcome. */
      changedOn: day,
      answerExpectedOn: day.nullable(),
    }),
  ),
  /** Consents neither withdrawn nor renewed by a later one to the same recipient. */
  consents: z.array(z.object({ id, recipient: z.string(), untilOn: day })),
  /** Notes not signed yet. */
  draftNotes: z.array(
    z.object({ id, authorId: id, startedOn: day, contactKind: z.string().nullable() }),
  ),
  /** Follow-ups after closure neither done nor cancelled. */
  followUps: z.array(z.object({ id, months: z.int(), dueOn: day })),
})

export type DueFacts = z.output<typeof dueFacts>
