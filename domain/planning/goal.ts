import { z } from 'zod'

/** The five levels of the Goal Attainment Scale, from far less than expected to far more. */
export const attainmentLevels = ['-2', '-1', '0', '1', '2'] as const
export type AttainmentKey = (typeof attainmentLevels)[number]

/** What each level would look like, in words. */
export const attainmentScale = z.partialRecord(z.enum(attainmentLevels), z.string().trim().max(500))
export type AttainmentScale = z.output<typeof attainmentScale>

/** Levels that are not yet put into words. */
export function missingLevels(scale: AttainmentScale): AttainmentKey[] {
  return attainmentLevels.filter((level) => !scale[level])
}

/** The levels that have words, and no others. */
export function withoutBlanks(scale: AttainmentScale): AttainmentScale {
  return Object.fromEntries(Object.entries(scale).filter(([, words]) => words !== ''))
}

/** Kinds of action. */
export const actionKinds = [
  'direct_service',
  'facilitation',
  'accompaniment',
  'referral',
  'advocacy',
  'skills_training',
  'group',
  'mediation',
  'crisis_response',
  'treatment',
  'rehabilitation',
  'support_network',
  'resource_development',
] as const
export type ActionKind = (typeof actionKinds)[number]

/** Who carries an action out. */
export const actors = ['worker', 'client', 'family', 'partner', 'other'] as const
export type ActionActor = (typeof actors)[number]

/** On what an action rests. */
export const actionBases = ['client_wish', 'practice', 'guideline', 'study'] as const
export type ActionBasis = (typeof actionBases)[number]

export const actionStatuses = ['planned', 'under_way', 'done', 'dropped'] as const
export type ActionStatus = (typeof actionStatuses)[number]
