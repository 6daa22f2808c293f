import { z } from 'zod'
import { endpoint, id, instant } from '../contract.ts'
import { hitKinds } from './hit-kinds.ts'

const words = z.string().trim().min(1).max(120)

const foundCase = z.object({
  id,
  number: z.string(),
  status: z.enum(['open', 'closed']),
  client: z.object({ givenName: z.string(), familyName: z.string() }),
})

export const findMine = endpoint({
  method: 'GET',
  path: '/find',
  who: ['staff'],
  about: 'self',
  summary:
    'People of my cases and desks, and my cases, by name in either script, number, phone or birth date.',
  query: z.object({ words }),
  answer: z.object({
    people: z.array(
      z.object({
        id,
        givenName: z.string(),
        familyName: z.string(),
        otherNames: z.array(z.string()),
        bornOn: z.string().nullable(),
        bornPrecision: z.enum(['day', 'month', 'year', 'about', 'unknown']),
        /** My cases this person is part of, open ones first. */
        cases: z.array(foundCase.extend({ isClient: z.boolean() })),
      }),
    ),
    cases: z.array(foundCase),
  }),
  refusals: [],
  example: { query: { words: 'Reyhaneh' } },
})

const piece = z.object({ text: z.string(), isHit: z.boolean() })

const hit = z.object({
  kind: z.enum(hitKinds),
  recordId: id,
  at: instant,
  case: z.object({
    id,
    number: z.string(),
    client: z.object({ givenName: z.string(), familyName: z.string() }),
  }),
  pieces: z.array(piece),
  /** Whom a note or a document is kept for, where the others of the case never see it. */
  onlyFor: z.object({ id, givenName: z.string(), familyName: z.string() }).nullable(),
})

export const searchCaseFile = endpoint({
  method: 'GET',
  path: '/cases/:caseId/search',
  who: ['staff'],
  about: 'case',
  summary: 'Where the words stand in the notes, plan, needs and documents’ names of this case.',
  query: z.object({ words }),
  answer: z.object({
    hits: z.array(hit),
    /** More hits than are shown. */
    more: z.boolean(),
  }),
  refusals: ['not_found', 'search_too_little'],
  example: { query: { words: 'landlord' } },
})

export const searchMyFiles = endpoint({
  method: 'GET',
  path: '/search',
  who: ['staff'],
  about: 'person',
  summary: 'The same over all my cases, the newest first; what is found is what I may read.',
  query: z.object({ words, before: id.optional() }),
  answer: z.object({
    hits: z.array(hit),
    more: z.boolean(),
    /** Older cases were not searched yet: ask again with this. */
    before: id.nullable(),
  }),
  refusals: ['search_too_little'],
  example: { query: { words: 'landlord' } },
})
