import { useState } from 'react'

export interface Attempt {
  problem: unknown
  /** When the problem came, in milliseconds. */
  since: number
  isPending: boolean
  /** Runs the act and keeps its problem to be shown; true when it succeeded. */
  run: (act: () => Promise<unknown>) => Promise<boolean>
}

/** One thing the reader tries, with what came of it. */
export function useAttempt(): Attempt {
  const [problem, setProblem] = useState<unknown>()
  const [since, setSince] = useState(0)
  const [isPending, setPending] = useState(false)
  return {
    problem,
    since,
    isPending,
    async run(act) {
      setPending(true)
      setProblem(undefined)
      try {
        await act()
        return true
      } catch (error) {
        setProblem(error)
        setSince(Date.now())
        return false
      } finally {
        setPending(false)
      }
    },
  }
}
