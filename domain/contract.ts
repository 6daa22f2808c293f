import { z } from 'zod'
import type { RefusalCode } from './refusals.ts'
import type { DataGroup } from './access/data-groups.ts'
import type { Role } from './access/roles.ts'

export type Method = 'GET' | 'POST' | 'PUT'

/**
 * Who may knock: a signed-in worker, a partner or client behind an answer link, a partner's system
 * with its token where it is about a referral, or anyone.
 */
export type Who = 'staff' | 'partner' | 'client' | 'anyone'

/** What a route speaks about decides which rows can be reached at all, and so the access matrix. */
export type About =
  | 'case'
  | 'person'
  | 'request'
  | 'desk'
  | 'agency'
  | 'self'
  | 'directory'
  | 'link'
  | 'referral'
  | 'nobody'

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

export type Params<P extends string> = { [Name in ParamNames<P>]: string }

/** What an endpoint is, once, as data: server routes, the web's client and OpenAPI all read it. */
export interface Endpoint<
  P extends string = string,
  I extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  method: Method
  /** Below `/api`; `:name` parts are UUIDs unless `params` says otherwise. */
  path: P
  who: readonly Who[]
  about: About
  /** Data group that must be writable on the case; absent for reads. */
  writes?: DataGroup
  /** Roles that may call it; absent means every worker, the rows decide. */
  roles?: readonly Role[]
  /** Asks for a sign-in, or the password once more, within the last minutes; so never by a machine. */
  fresh?: true
  /** Of a read: `report` sees summaries alone, no row they were made from. */
  reads?: 'report'
  /** Asked by a person at a browser: no machine's token is let in. */
  browser?: true
  params?: Partial<Record<ParamNames<P>, z.ZodType<string>>>
  query?: Q
  input?: I
  /** A raw body: kinds of file by content type, and the largest size in bytes. */
  accepts?: { types: readonly string[]; maxBytes: number }
  /** Largest body in bytes, where `input` may be larger than a form; 1 MiB where absent. */
  maxBytes?: number
  /** A file leaves instead of JSON; always as a download. */
  answers?: 'file'
  answer: A
  refusals: readonly RefusalCode[]
  /** One sentence for the reference page. */
  summary: string
  /** What a caller sends; `params` only where a part of the path is not a UUID. */
  example?: {
    input?: z.input<I>
    query?: z.input<Q>
    params?: Partial<Record<ParamNames<P>, string>>
  }
}

export type InputOf<E> = E extends { input: infer I extends z.ZodType } ? z.output<I> : undefined
export type SentInput<E> = E extends { input: infer I extends z.ZodType } ? z.input<I> : undefined
export type QueryOf<E> = E extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined
export type SentQuery<E> = E extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined
export type AnswerOf<E> = E extends { answer: infer A extends z.ZodType } ? z.output<A> : never
export type PathOf<E> = E extends { path: infer P extends string } ? P : never

export function endpoint<const P extends string, const E extends Omit<Endpoint<P>, 'path'>>(
  described: E & { path: P },
): E & { path: P } {
  return described
}

/** Command ids and record ids are made by the client, so that a repeat is known as a repeat. */
export const id = z.uuid()

/** A day without a time, as `YYYY-MM-DD`. */
export const day = z.iso.date()

/** A moment, as ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true })

/** What a person typed: trimmed at both ends, at least one letter, at most `max`. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** The same, where leaving it empty is an answer. */
export const optionalText = (max: number) => z.string().trim().max(max).default('')

/** The version of the row that the writer saw; an older one is refused as stale. */
export const version = z.int().positive()

/** A page of a list: ask with `before` the last id of the page you have. */
export const pageQuery = z.object({
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const done = z.object({ version: version.optional() })
