import { z } from 'zod'
import { calendars } from '../calendar/calendar.ts'
import { day, done, endpoint, id, instant } from '../contract.ts'
import { largestHidden } from './hide-derivable.ts'
import { topicCodes } from './topics.ts'

export const readSummary = endpoint({
  method: 'GET',
  path: '/outcomes/summaries',
  who: ['staff'],
  about: 'agency',
  roles: ['director'],
  reads: 'report',
  summary:
    'One summary of my agency, period by period. Counts of ten and fewer are hidden, and so is whatever they could be reckoned from.',
  query: z.object({ topic: z.enum(topicCodes) }),
  answer: z.object({
    /** When it was last looked whether a period may be told. */
    reckonedAt: instant.nullable(),
    calendar: z.enum(calendars).nullable(),
    /** How long a period is, in months. */
    length: z.literal([3, 6]).nullable(),
    /** The day on which the next period is told. */
    nextOn: day.nullable(),
    /** Oldest first. */
    periods: z.array(
      z.object({
        startsOn: day,
        endsOn: day,
        year: z.int(),
        number: z.int(),
        months: z.array(day),
        toldAt: instant,
      }),
    ),
    programmes: z.array(z.object({ id, nameFa: z.string(), nameEn: z.string() })),
    cells: z.array(
      z.object({
        /** A programme's id or a need's domain; `all` for all together. */
        row: z.string(),
        /** The first day of its period. */
        period: day,
        column: z.string(),
        /** Of its period from 1 on; 0 for all its months. */
        month: z.int(),
        /** Nothing where it is hidden. */
        count: z
          .int()
          .min(largestHidden + 1)
          .nullable(),
      }),
    ),
  }),
  refusals: ['role_not_allowed'],
  example: { query: { topic: 'cases' } },
})

export const askForSummaries = endpoint({
  method: 'POST',
  path: '/outcomes/summaries/reckon',
  who: ['staff'],
  about: 'agency',
  roles: ['director'],
  summary:
    'Have the summaries of my agency reckoned now, at most every half hour. What was told stays as it was.',
  input: z.strictObject({}),
  answer: done,
  refusals: ['role_not_allowed', 'too_many'],
  example: { input: {} },
})
