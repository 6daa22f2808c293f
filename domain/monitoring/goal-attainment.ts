/**
 * Levels of Goal Attainment Scaling: −2 much less than expected, −1 less, 0 as expected, 1 more,
 * 2 much more than expected.
 */
export const attainmentLevels = [-2, -1, 0, 1, 2] as const
export type AttainmentLevel = (typeof attainmentLevels)[number]

export interface AttainedGoal {
  /** How much the goal matters beside the others; larger than zero. */
  weight: number
  level: AttainmentLevel
}

/** The correlation between goals that Kiresuk and Sherman assume. */
const EXPECTED_CORRELATION = 0.3

/**
 * The T-score of Goal Attainment Scaling: T = 50 + 10·Σwx / √((1 − r)·Σw² + r·(Σw)²), r = 0.3.
 * 50 means that on the whole the goals were attained as expected; 10 is one standard deviation.
 * Kiresuk and Sherman (1968), Community Mental Health Journal 4, 443–453. Nothing without goals.
 */
export function goalAttainment(goals: readonly AttainedGoal[]): number | undefined {
  if (goals.length === 0) return undefined
  if (goals.some(({ weight }) => !(weight > 0 && Number.isFinite(weight)))) {
    throw new RangeError('a goal has no weight larger than zero')
  }
  const sum = (figure: (goal: AttainedGoal) => number) =>
    goals.reduce((total, goal) => total + figure(goal), 0)
  const weighted = sum(({ weight, level }) => weight * level)
  const squares = sum(({ weight }) => weight ** 2)
  const whole = sum(({ weight }) => weight) ** 2
  const spread = Math.sqrt((1 - EXPECTED_CORRELATION) * squares + EXPECTED_CORRELATION * whole)
  return 50 + (10 * weighted) / spread
}

/** A goal measured at the start and again now. */
export interface GoalCourse {
  weight: number
  atBaseline: AttainmentLevel
  now: AttainmentLevel
}

/**
 * The T-scores at baseline and now, and the change between them: one T-score alone does not tell
 * how far someone has come. Only goals measured both times count.
 */
export function attainmentChange(
  goals: readonly GoalCourse[],
): { baseline: number; now: number; change: number } | undefined {
  const baseline = goalAttainment(
    goals.map(({ weight, atBaseline }) => ({ weight, level: atBaseline })),
  )
  const now = goalAttainment(goals.map((goal) => ({ weight: goal.weight, level: goal.now })))
  if (baseline === undefined || now === undefined) return undefined
  return { baseline, now, change: now - baseline }
}
