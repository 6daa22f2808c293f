import { useRef, useState } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { useAttempt } from './use-attempt.ts'
import type { Attempt } from './use-attempt.ts'

export interface ProvedAttempt extends Attempt {
  /** For `ProveAgainDialog`, which stands beside the form. */
  proof: { isOpen: boolean; onClose: () => void; onProved: () => void }
}

/** An act that may first ask for the password again; after that it goes on by itself. */
export function useProvedAttempt(): ProvedAttempt {
  const attempt = useAttempt()
  const [isClosed, setClosed] = useState(false)
  const lastAct = useRef<() => Promise<unknown>>(undefined)
  const isAsked =
    attempt.problem instanceof Refused && attempt.problem.code === 'fresh_sign_in_needed'
  const run = (act: () => Promise<unknown>) => {
    lastAct.current = act
    setClosed(false)
    return attempt.run(act)
  }
  return {
    ...attempt,
    problem: isAsked ? undefined : attempt.problem,
    run,
    proof: {
      isOpen: isAsked && !isClosed,
      onClose: () => setClosed(true),
      onProved: () => {
        if (lastAct.current) void run(lastAct.current)
      },
    },
  }
}
