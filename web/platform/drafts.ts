import {
  discardDraft,
  readDraft,
  readDraftKey,
  saveDraft,
} from '@peyvand/domain/agency/contract.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { command, read } from './api.ts'
import { now } from './clock.ts'
import { dropKeptDraft, findKeptDraft, importDraftKey, keepDraft } from './draft-store.ts'
import type { KeptDraft } from './draft-store.ts'
import { useMe } from './me.tsx'
import { noteUnsent } from './saved-state.ts'

export interface Draft<T> {
  value: T
  /** Kept on this device at once and sent within seconds. */
  change: (value: T) => void
  /** False until what was kept has been looked for; show the field, but do not trust it yet. */
  isReady: boolean
  /** Something was found from an earlier time. */
  wasFound: boolean
  /** `unsent`: kept on this device only. */
  state: 'empty' | 'unsent' | 'sent'
  /** When the server last took it. */
  savedAt: string | undefined
  /** It was finished or is not wanted any more. */
  discard: () => Promise<void>
}

const sendAfter = 1500

const waitingSenders = new Set<() => Promise<void>>()

/** Sends what is still waiting, before the session ends. */
export async function sendDraftsNow(): Promise<void> {
  await Promise.all([...waitingSenders].map((send) => send()))
}

let draftKey: Promise<CryptoKey> | undefined

/** Fetched soon after signing in, so that a connection lost later loses nothing. */
export function theDraftKey(): Promise<CryptoKey> {
  draftKey ??= read(readDraftKey, {}).then(({ key }) => importDraftKey(key))
  draftKey.catch(() => {
    draftKey = undefined
  })
  return draftKey
}

/** After signing out only ciphertext is left on the device. */
export function forgetDraftKey() {
  draftKey = undefined
}

/**
 * What one is writing, safe from reload, crash and sign-out: encrypted on the device at once, with
 * the server within seconds. On opening, the newer of the two is taken.
 */
export function useDraft<T>(name: string, initial: T): Draft<T> {
  const me = useMe()
  const here = `${me.id} ${name}`
  const [value, setValue] = useState(initial)
  const [isReady, setReady] = useState(false)
  const [wasFound, setFound] = useState(false)
  const [state, setState] = useState<Draft<T>['state']>('empty')
  const [savedAt, setSavedAt] = useState<string>()
  const latest = useRef<{ value: T; writtenAt: string }>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sendAgain = useRef<() => void>(undefined)
  /** What is written now is newer than what the server has, whatever the two clocks say. */
  const serverHas = useRef('')
  const inFlight = useRef<Promise<void>>(undefined)

  const send = useCallback((): Promise<void> => {
    const sending = latest.current
    // One at a time, or an older text could arrive last.
    if (!sending || inFlight.current) return inFlight.current ?? Promise.resolve()
    const attempt = command(saveDraft, {
      params: { key: name },
      input: { body: sending.value as Json },
    }).then(
      (answer) => {
        serverHas.current = answer.savedAt
        setSavedAt(answer.savedAt)
        return true
      },
      () => false,
    )
    inFlight.current = attempt.then((isSent) => {
      inFlight.current = undefined
      if (isSent && latest.current === sending) {
        setState('sent')
        noteUnsent(here, false)
      } else if (latest.current) {
        timer.current = setTimeout(() => sendAgain.current?.(), isSent ? 0 : sendAfter * 6)
      }
    })
    return inFlight.current
  }, [here, name])

  useEffect(() => {
    sendAgain.current = () => void send()
    const sendLast = async () => {
      if (timer.current) await send()
    }
    waitingSenders.add(sendLast)
    return () => {
      waitingSenders.delete(sendLast)
    }
  }, [send])

  useEffect(() => {
    let isCurrent = true
    void findNewest(name, here).then((found) => {
      if (!isCurrent) return
      if (found) serverHas.current = found.savedAt
      // What was typed while looking is newer than anything kept.
      if (found && !latest.current) {
        setValue(found.body as T)
        setFound(true)
        setState(found.isSent ? 'sent' : 'unsent')
        setSavedAt(found.savedAt)
        if (!found.isSent) {
          latest.current = { value: found.body as T, writtenAt: found.savedAt }
          void send()
        }
      }
      setReady(true)
    })
    return () => {
      isCurrent = false
    }
  }, [name, here, send])

  useEffect(() => {
    const sendNow = () => {
      if (document.visibilityState === 'hidden' && timer.current) {
        clearTimeout(timer.current)
        timer.current = undefined
        void send()
      }
    }
    document.addEventListener('visibilitychange', sendNow)
    return () => {
      document.removeEventListener('visibilitychange', sendNow)
      if (timer.current) {
        clearTimeout(timer.current)
        timer.current = undefined
        void send()
      }
    }
  }, [send])

  const change = useCallback(
    (next: T) => {
      setValue(next)
      setState('unsent')
      const writtenAt = laterThan(serverHas.current, now())
      latest.current = { value: next, writtenAt }
      noteUnsent(here, true)
      void theDraftKey()
        .then((key) => keepDraft(key, here, { body: next, savedAt: writtenAt }))
        .catch(() => undefined)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        timer.current = undefined
        void send()
      }, sendAfter)
    },
    [here, send],
  )

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    latest.current = undefined
    setValue(initial)
    setState('empty')
    setFound(false)
    setSavedAt(undefined)
    noteUnsent(here, false)
    await inFlight.current
    await dropKeptDraft(here)
    // Unreached, the draft comes back another time, and does no harm.
    await command(discardDraft, { params: { key: name } }).catch(() => undefined)
  }, [here, initial, name])

  return { value, change, isReady, wasFound, state, savedAt, discard }
}

type Json = Parameters<typeof command<typeof saveDraft>>[1]['input']['body']

function laterThan(earlier: string, moment: Date): string {
  const atLeast = earlier ? Date.parse(earlier) + 1 : 0
  return new Date(Math.max(atLeast, moment.getTime())).toISOString()
}

async function findNewest(
  name: string,
  here: string,
): Promise<(KeptDraft & { isSent: boolean }) | undefined> {
  const [kept, sent] = await Promise.all([
    theDraftKey()
      .then((key) => findKeptDraft(key, here))
      .catch(() => undefined),
    read(readDraft, { params: { key: name } }).catch(() => undefined),
  ])
  if (kept && (!sent || kept.savedAt > sent.savedAt)) return { ...kept, isSent: false }
  return sent && { ...sent, isSent: true }
}
