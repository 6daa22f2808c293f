import type { ActionActor, AttainmentScale } from './goal.ts'

interface PageFacts {
  goals: readonly {
    number: number
    clientWords: string
    refused: boolean
    targetOn: string | null
    scale: AttainmentScale
    needStatements: readonly string[]
    actions: readonly {
      what: string
      who: ActionActor
      whoName: string
      dueOn: string | null
      frequency: string
      status: 'planned' | 'under_way' | 'done' | 'dropped'
    }[]
  }[]
}

export interface PageGoal {
  number: number
  /** In the client's own words; where they are missing, the needs it is about, in plain words. */
  words: string
  isOwnWords: boolean
  /** What would be enough, in words. */
  hoped: string
  targetOn: string | null
  actions: readonly {
    what: string
    who: ActionActor
    whoName: string
    dueOn: string | null
    frequency: string
  }[]
}

/**
 * What stands on the client's own page: goals that were not refused, in the client's words, what
 * would be enough, and who does what by when. No words of the profession: they are left out here,
 * not translated there.
 */
export function clientPage({ goals }: PageFacts): PageGoal[] {
  return goals
    .filter(({ refused }) => !refused)
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, clientWords, needStatements, scale, targetOn, actions }) => ({
      number,
      words: clientWords || needStatements.join(' · '),
      isOwnWords: clientWords !== '',
      hoped: scale['0'] ?? '',
      targetOn,
      actions: actions
        .filter(({ status }) => status !== 'dropped')
        .map(({ what, who, whoName, dueOn, frequency }) => ({
          what,
          who,
          whoName,
          dueOn,
          frequency,
        })),
    }))
}
