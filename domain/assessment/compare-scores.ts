import type { LocalText } from '../text/local-text.ts'
import type { Scale } from './scoring.ts'

export interface ScoreChange {
  before: number
  now: number
  /** now − before */
  change: number
  /** Absent where the scale does not say which way is better. */
  direction?: 'better' | 'worse' | 'same'
  /** Absent where no spread and reliability are known from a named population. */
  reliable?: {
    /** The reliable change index, in standard errors of a difference. */
    index: number
    /** Whether the change is larger than error of measurement explains (|index| ≥ 1.96). */
    isReliable: boolean
    /** The smallest change that would be. */
    leastChange: number
    population: LocalText
    source: string
  }
}

const CRITICAL_Z = 1.96

/**
 * Last score against present score. Reliable change after Jacobson and Truax (1991), Journal of
 * Consulting and Clinical Psychology 59, 12–19: change / (SD · √2 · √(1 − reliability)).
 */
export function compareScores(
  scale: Pick<Scale, 'higherIs' | 'change'>,
  before: number,
  now: number,
): ScoreChange {
  const change = now - before
  const better = scale.higherIs === 'better' ? change > 0 : change < 0
  const direction = change === 0 ? 'same' : better ? 'better' : 'worse'
  return {
    before,
    now,
    change,
    ...(scale.higherIs && { direction }),
    ...(scale.change && { reliable: reliableChange(scale.change, change) }),
  }
}

function reliableChange(
  { sd, reliability, population, source }: NonNullable<Scale['change']>,
  change: number,
): NonNullable<ScoreChange['reliable']> {
  const standardError = sd * Math.SQRT2 * Math.sqrt(1 - reliability)
  const index = change / standardError
  return {
    index,
    isReliable: Math.abs(index) >= CRITICAL_Z,
    leastChange: CRITICAL_Z * standardError,
    population,
    source,
  }
}
