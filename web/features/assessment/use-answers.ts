import type { AnswerValue, Answers } from '@peyvand/domain/assessment/answers.ts'
import { answersTo } from '@peyvand/domain/assessment/answers.ts'
import { saveAnswer } from '@peyvand/domain/assessment/contract.ts'
import { sameValues } from '@peyvand/domain/assessment/same-answers.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Offline, Refused, SignedOut } from '../../platform/api-problem.ts'
import { command } from '../../platform/api.ts'
import { now } from '../../platform/clock.ts'
import { dropKeptDraft, findKeptDraft, keepDraft } from '../../platform/draft-store.ts'
import { theDraftKey } from '../../platform/drafts.ts'
import { useMe } from '../../platform/me.tsx'
import { noteUnsent } from '../../platform/saved-state.ts'

type Values = readonly AnswerValue[]
type Unsent = Record<string, Values>

export interface AnswerKeeping {
  /** Everything answered here, sent or not. */
  answers: Answers
  /** Questions whose answer has not reached the server. */
  unsent: number
  /** Answers that another device gave meanwhile, by question. */
  conflicts: Readonly<Record<string, Values>>
  problem: unknown
  /** `isKept` false: it stays on the screen only, because it cannot be an answer. */
  answer: (linkId: string, values: Values, isKept: boolean) => void
  /** Ends a conflict with one of the two. */
  settle: (linkId: string, values: Values) => void
  /** Sends what waits; fulfils when all of it has arrived. */
  flush: () => Promise<boolean>
  savedAt: string | undefined
}

const tryAgainAfter = 5000
const typingPause = 800

/**
 * Keeps each answer the moment it is given: on this device, encrypted, and on the server as soon as
 * it can be reached. Answers to one question are sent in the order they were given.
 */
export function useAnswers(
  params: { caseId: string; assessmentId: string },
  fromServer: Answers,
): AnswerKeeping {
  const me = useMe()
  const { caseId, assessmentId } = params
  const name = `${me.id} answers ${assessmentId}`
  const [answers, setAnswers] = useState<Answers>(fromServer)
  const [unsent, setUnsent] = useState<Unsent>({})
  const [conflicts, setConflicts] = useState<Record<string, Values>>({})
  const [problem, setProblem] = useState<unknown>()
  const [savedAt, setSavedAt] = useState<string>()
  const known = useRef<Answers>(fromServer)
  const waiting = useRef<Unsent>({})
  const sending = useRef<Promise<boolean>>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flushAgain = useRef<() => void>(undefined)

  const keep = useCallback(
    (next: Unsent) => {
      waiting.current = next
      setUnsent(next)
      const isEmpty = Object.keys(next).length === 0
      noteUnsent(name, !isEmpty)
      void (
        isEmpty
          ? dropKeptDraft(name)
          : theDraftKey().then((key) =>
              keepDraft(key, name, { body: next, savedAt: now().toISOString() }),
            )
      ).catch(() => undefined)
    },
    [name],
  )

  const sendAll = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const [entry] = Object.entries(waiting.current)
      if (!entry) return true
      const [linkId, values] = entry
      try {
        await command(saveAnswer, {
          params: { caseId, assessmentId },
          input: {
            linkId,
            values: [...values],
            was: [...answersTo(known.current, linkId)],
          },
        })
        known.current = { ...known.current, [linkId]: values }
        setSavedAt(now().toISOString())
        setProblem(undefined)
      } catch (error) {
        if (error instanceof Refused && error.code === 'stale_version') {
          const theirs = (error.facts.current as { values: Values }).values
          known.current = { ...known.current, [linkId]: theirs }
          setConflicts((before) => ({ ...before, [linkId]: theirs }))
        } else {
          setProblem(error)
          const pause =
            error instanceof Offline
              ? tryAgainAfter
              : error instanceof SignedOut
                ? tryAgainAfter * 4
                : undefined
          if (pause) timer.current = setTimeout(() => flushAgain.current?.(), pause)
          return false
        }
      }
      const left = { ...waiting.current }
      // What was changed while it was on its way goes next.
      if (sameValues(left[linkId] ?? [], values)) delete left[linkId]
      keep(left)
    }
  }, [assessmentId, caseId, keep])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    sending.current ??= sendAll().finally(() => {
      sending.current = undefined
    })
    return sending.current
  }, [sendAll])

  useEffect(() => {
    flushAgain.current = () => void flush()
    const sendNow = () => void flush()
    window.addEventListener('online', sendNow)
    return () => {
      window.removeEventListener('online', sendNow)
      clearTimeout(timer.current)
      void flush()
    }
  }, [flush])

  useEffect(() => {
    let isCurrent = true
    void theDraftKey()
      .then((key) => findKeptDraft(key, name))
      .then((kept) => {
        if (!isCurrent || !kept) return
        const found = { ...(kept.body as Unsent), ...waiting.current }
        setAnswers((before) => ({ ...before, ...found }))
        keep(found)
        void flush()
      })
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [name, keep, flush])

  const answer = useCallback(
    (linkId: string, values: Values, isKept: boolean) => {
      setAnswers((before) => ({ ...before, [linkId]: values }))
      if (!isKept) return
      keep({ ...waiting.current, [linkId]: values })
      clearTimeout(timer.current)
      const isTyped = values.some(
        (value) => typeof value === 'string' || (typeof value === 'object' && 'other' in value),
      )
      if (isTyped) timer.current = setTimeout(() => void flush(), typingPause)
      else void flush()
    },
    [flush, keep],
  )

  const settle = useCallback(
    (linkId: string, values: Values) => {
      setConflicts(({ [linkId]: _theirs, ...others }) => others)
      setAnswers((before) => ({ ...before, [linkId]: values }))
      if (sameValues(answersTo(known.current, linkId), values)) return
      keep({ ...waiting.current, [linkId]: values })
      void flush()
    },
    [flush, keep],
  )

  return {
    answers,
    unsent: Object.keys(unsent).length,
    conflicts,
    problem,
    answer,
    settle,
    flush,
    savedAt,
  }
}
