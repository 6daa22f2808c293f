import { z } from 'zod'
import { day, endpoint, id, instant } from '../contract.ts'

export const readAudit = endpoint({
  method: 'GET',
  path: '/audit',
  who: ['staff'],
  about: 'agency',
  roles: ['auditor'],
  summary:
    'Who read or changed what in my agency, newest first; numbers of cases, never their content.',
  query: z.object({
    before: z.coerce.number().int().positive().optional(),
    workerId: id.optional(),
    caseNumber: z.string().trim().max(30).optional(),
    from: day.optional(),
    /** The last day that is shown. */
    until: day.optional(),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        workerId: id.nullable(),
        fullName: z.string().nullable(),
        verb: z.string(),
        outcome: z.string(),
        reason: z.string().nullable(),
        caseNumbers: z.array(z.string()),
      }),
    ),
    before: z.int().nullable(),
  }),
  refusals: ['role_not_allowed'],
})
