import type {
  Endpoint,
  AnswerOf,
  InputOf,
  PathOf,
  Params,
  QueryOf,
} from '@peyvand/domain/contract.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Act } from '../access/act.ts'
import type { PartnerAct } from '../access/open-partner-act.ts'

/** What a staff route is handed: everything already parsed. */
export interface Asked<E> {
  params: Params<PathOf<E>>
  query: QueryOf<E>
  input: InputOf<E>
  /** The raw bytes of a route that accepts a file. */
  file: { bytes: Buffer; contentType: string }
}

/** A file that leaves; always as a download. */
export interface FileAnswer {
  name: string
  contentType: string
  bytes: Buffer
}

/**
 * An answer as the database tells it: codes are plain strings there. The endpoint's own schema
 * checks every value, codes included, before anything leaves.
 */
export type Told<T> = unknown extends T
  ? unknown
  : T extends string
    ? string
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer U)[]
        ? readonly Told<U>[]
        : string extends keyof T
          ? unknown
          : { [K in keyof T]: Told<T[K]> }

type Answer<E> = E extends { answers: 'file' } ? FileAnswer : Told<AnswerOf<E>>

export interface StaffRoute {
  endpoint: Endpoint
  staff: (act: Act, asked: Asked<Endpoint>) => Promise<unknown>
}

/** A route for someone who is not a signed-in worker: it opens its own transaction and role. */
export interface OpenRoute {
  endpoint: Endpoint
  open: (asked: Asked<Endpoint>, http: Http) => Promise<unknown>
}

export interface Http {
  request: FastifyRequest
  reply: FastifyReply
  /** The moment of the request, ISO 8601. */
  now: string
}

/** A route of a partner's system, let in by its token. */
export interface PartnerRoute {
  endpoint: Endpoint
  partner: (act: PartnerAct, asked: Asked<Endpoint>) => Promise<unknown>
}

export type Route = StaffRoute | OpenRoute | PartnerRoute

/** A route of a signed-in worker: parses, opens the transaction, answers; nothing else. */
export function staffRoute<E extends Endpoint>(
  endpoint: E,
  staff: (act: Act, asked: Asked<E>) => Promise<Answer<E>>,
): Route {
  return { endpoint, staff: staff as StaffRoute['staff'] }
}

export function openRoute<E extends Endpoint>(
  endpoint: E,
  open: (asked: Asked<E>, http: Http) => Promise<Answer<E>>,
): Route {
  return { endpoint, open: open as OpenRoute['open'] }
}

export function partnerRoute<E extends Endpoint>(
  endpoint: E,
  partner: (act: PartnerAct, asked: Asked<E>) => Promise<Answer<E>>,
): Route {
  return { endpoint, partner: partner as PartnerRoute['partner'] }
}
