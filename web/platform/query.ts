import type { AnswerOf } from '@peyvand/domain/contract.ts'
import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { v7 as newId } from 'uuid'
import { Fault, Offline } from './api-problem.ts'
import { command, read } from './api.ts'
import type { Called, CommandId, Sent } from './api.ts'

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: (count, error) => count < 2 && (error instanceof Offline || error instanceof Fault),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

type Rest<E> = Record<never, never> extends Sent<E> ? [sent?: Sent<E>] : [sent: Sent<E>]

/**
 * What an endpoint answers, kept and refreshed: `const file = useEndpoint(readCase, { params })`,
 * then `file.data`, `file.error`, `file.refetch`.
 */
export function useEndpoint<E extends Called>(
  endpoint: E,
  ...[sent]: Rest<E>
): UseQueryResult<AnswerOf<E>> {
  return useEndpointWhen(true, endpoint, sent as Sent<E>)
}

/** The same, asked only while `isWanted`: a search with no words yet, a dialog not open. */
export function useEndpointWhen<E extends Called>(
  isWanted: boolean,
  endpoint: E,
  sent: Sent<E>,
): UseQueryResult<AnswerOf<E>> {
  return useQuery({
    queryKey: keyOf(endpoint, sent),
    queryFn: ({ signal }) => read(endpoint, { ...sent, signal }),
    enabled: isWanted,
  })
}

interface Page {
  before: string | number | null
}

export interface Pages<T> {
  rows: readonly T[]
  hasMore: boolean
  isLoading: boolean
  onMore: () => void
  problem: unknown
  onRetry: () => void
}

/** A list fetched page by page; what comes back spreads into `PagedList`. `first` is the newest page whole. */
export function usePages<E extends Called, T>(
  endpoint: AnswerOf<E> extends Page ? E : never,
  sent: Sent<E>,
  rowsOf: (answer: AnswerOf<E>) => readonly T[],
): Pages<T> & { first: AnswerOf<E> | undefined } {
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, sent), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      read<E>(endpoint, {
        ...sent,
        query: { ...(sent.query as object | undefined), before: pageParam },
        signal,
      } as Sent<E>),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (last) => (last as Page).before ?? undefined,
  })
  const { data, hasNextPage, isFetching, error, fetchNextPage, refetch } = pages
  const rows = useMemo(() => (data?.pages ?? []).flatMap((page) => rowsOf(page)), [data, rowsOf])
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const onRetry = useCallback(() => void refetch(), [refetch])
  return {
    rows,
    first: data?.pages[0],
    hasMore: hasNextPage,
    isLoading: isFetching,
    problem: error,
    onMore,
    onRetry,
  }
}

export interface Command<E> {
  /** Fulfils with the answer; rejects with the problem, which stands in `problem` too. */
  run: (...sent: Rest<E>) => Promise<AnswerOf<E>>
  isPending: boolean
  problem: unknown
  forget: () => void
}

interface CommandOptions {
  /** Endpoints whose answers the command makes old: they are fetched again. */
  stale?: readonly Called[]
}

/**
 * An act of the reader: `const send = useCommand(referClient, { stale: [readCase] })`, then
 * `await send.run({ params, input })`. Sent again after a lost reply it keeps its id.
 */
export function useCommand<E extends Called>(
  endpoint: E,
  { stale = [] }: CommandOptions = {},
): Command<E> {
  const client = useQueryClient()
  const unanswered = useRef<{ says: string; commandId: string }>(undefined)
  const mutation = useMutation<AnswerOf<E>, Error, Sent<E> & CommandId>({
    mutationFn: (sent) => command(endpoint, sent),
    onSuccess: () => Promise.all(stale.map((each) => makeStale(client, each))),
  })
  const { mutateAsync, reset } = mutation
  const run = useCallback(
    async (...[sent]: Rest<E>) => {
      const says = JSON.stringify([sent?.params, sent?.query, sent?.input])
      const commandId = unanswered.current?.says === says ? unanswered.current.commandId : newId()
      unanswered.current = { says, commandId }
      try {
        const answer = await mutateAsync({ ...(sent as Sent<E>), commandId } as Sent<E> & CommandId)
        unanswered.current = undefined
        return answer
      } catch (error) {
        if (!(error instanceof Offline || error instanceof Fault)) unanswered.current = undefined
        throw error
      }
    },
    [mutateAsync],
  )
  return { run, isPending: mutation.isPending, problem: mutation.error, forget: reset }
}

/** Fetches again whatever this endpoint answered, for whoever looks at it. */
export async function makeStale(client: QueryClient, endpoint: Called): Promise<void> {
  await client.invalidateQueries({ queryKey: [endpoint.path] })
}

function keyOf<E extends Called>(endpoint: E, sent: Sent<E> | undefined): readonly unknown[] {
  return [endpoint.path, sent?.params ?? {}, sent?.query ?? {}]
}
