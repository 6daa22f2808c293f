import type {
  AnswerOf,
  Endpoint,
  Params,
  PathOf,
  SentInput,
  SentQuery,
} from '@peyvand/domain/contract.ts'
import { refusals } from '@peyvand/domain/refusals.ts'
import type { RefusalCode } from '@peyvand/domain/refusals.ts'
import { v7 as newId } from 'uuid'
import { Fault, Malformed, Offline, Refused, SignedOut } from './api-problem.ts'
import type { MalformedPath } from './api-problem.ts'
import { noteServerTime } from './clock.ts'
import { noteReachable, noteSending } from './saved-state.ts'

/** The parts of an endpoint that the browser reads; the rest of it speaks to the server. */
export type Called = Pick<Endpoint, 'method' | 'path'> & { answer: Endpoint['answer'] }

type NeedsParams<E> = keyof Params<PathOf<E>> extends never
  ? { params?: undefined }
  : { params: Params<PathOf<E>> }
type NeedsInput<E> = E extends { input: unknown } ? { input: SentInput<E> } : { input?: undefined }
type NeedsFile<E> = E extends { accepts: unknown }
  ? { file: Blob; onProgress?: (share: number) => void }
  : { file?: undefined; onProgress?: undefined }

/** What a call brings along, as its endpoint asks. */
export type Sent<E> = NeedsParams<E> &
  NeedsInput<E> &
  NeedsFile<E> & { query?: SentQuery<E> | undefined; signal?: AbortSignal | undefined }

/** A command keeps its id when it is sent again, so that the server knows the repeat as a repeat. */
export interface CommandId {
  commandId?: string
}

/** Something to read: may be asked again at any time. */
export async function read<E extends Called>(endpoint: E, sent: Sent<E>): Promise<AnswerOf<E>> {
  const response = await reach(() =>
    fetch(urlOf(endpoint, sent), {
      headers: { accept: 'application/json' },
      signal: sent.signal ?? null,
    }),
  )
  return (await readAnswer(response)) as AnswerOf<E>
}

/** Something to do: sent until the server has answered it once. */
export async function command<E extends Called>(
  endpoint: E,
  sent: Sent<E> & CommandId,
): Promise<AnswerOf<E>> {
  const commandId = sent.commandId ?? newId()
  const finish = noteSending()
  try {
    for (const pause of [...pauses, undefined]) {
      try {
        return (await sendOnce(endpoint, sent, commandId)) as AnswerOf<E>
      } catch (error) {
        const again =
          error instanceof Offline || (error instanceof Refused && error.code === 'busy')
        if (!again || pause === undefined || sent.signal?.aborted) throw error
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    throw new Offline()
  } finally {
    finish()
  }
}

const pauses = [400, 1500, 4000]

async function sendOnce<E extends Called>(endpoint: E, sent: Sent<E>, commandId: string) {
  const url = urlOf(endpoint, sent)
  if (sent.file) return sendFile(url, sent.file, commandId, sent.onProgress, sent.signal)
  const response = await reach(() =>
    fetch(url, {
      method: endpoint.method,
      headers: {
        accept: 'application/json',
        'command-id': commandId,
        ...(sent.input === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: sent.input === undefined ? null : JSON.stringify(sent.input),
      signal: sent.signal ?? null,
    }),
  )
  return readAnswer(response)
}

/** A file that leaves the server, with its name. */
export async function readFile<E extends Called>(
  endpoint: E,
  sent: Sent<E>,
): Promise<{ name: string; blob: Blob }> {
  const response = await reach(() => fetch(urlOf(endpoint, sent), { signal: sent.signal ?? null }))
  if (!response.ok) await readAnswer(response)
  const disposition = response.headers.get('content-disposition') ?? ''
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return { name: name ? decodeURIComponent(name) : '', blob: await response.blob() }
}

/** Where an endpoint is, for a link that downloads. */
export function urlOf<E extends Called>(
  endpoint: E,
  sent: { params?: Record<string, string> | undefined; query?: unknown },
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(sent.params?.[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(sent.query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each))
    }
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

async function reach(send: () => Promise<Response>): Promise<Response> {
  try {
    const response = await send()
    noteReachable(true)
    noteServerTime(response.headers.get('date'))
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    noteReachable(false)
    throw new Offline()
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body
  throw problemOf(body)
}

function problemOf(body: unknown) {
  const error = (body as { error?: ErrorBody } | undefined)?.error
  if (error?.kind === 'malformed') return new Malformed(error.paths)
  if (error?.kind === 'refused') {
    if (error.code === 'not_signed_in') {
      for (const listener of signedOutListeners) listener()
      return new SignedOut()
    }
    if (error.code in refusals) return new Refused(error.code, error.facts)
  }
  // A proxy without a server behind it answers in its own words.
  return error ? new Fault(error.requestId) : new Offline()
}

type ErrorBody = { requestId: string } & (
  | { kind: 'malformed'; paths: MalformedPath[] }
  | { kind: 'refused'; code: RefusalCode; facts: Record<string, unknown> }
  | { kind: 'fault' }
)

const signedOutListeners = new Set<() => void>()

/** Called when the server says that the session has ended. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Only this older way tells how much of a file has gone. */
function sendFile(
  url: string,
  file: Blob,
  commandId: string,
  onProgress: ((share: number) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('command-id', commandId)
    request.setRequestHeader('content-type', file.type)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      noteReachable(true)
      const body: unknown = request.response
      if (request.status < 300) resolve(body)
      else reject(problemOf(body))
    }
    request.onerror = () => {
      noteReachable(false)
      reject(new Offline())
    }
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
