import { z } from 'zod'

/** The ecological grid: at which level, in which domain of life something was found. */
export const gridLevels = ['person', 'family', 'environment'] as const
export type GridLevel = (typeof gridLevels)[number]

export const needDomains = [
  'housing',
  'income',
  'food',
  'physical_health',
  'mental_health',
  'substance_use',
  'education',
  'work',
  'safety',
  'legal',
  'family_relations',
  'caregiving',
  'social_participation',
  'culture_and_faith',
  'transport',
  'documents',
  'functioning',
] as const
export type NeedDomain = (typeof needDomains)[number]

/** How much a need weighs: 0 none, 1 little, 2 moderate, 3 much, 4 very much. */
export const severities = [0, 1, 2, 3, 4] as const
export type Severity = (typeof severities)[number]

/** From this severity on, a plan answers the need with a goal or says why not. */
export const severityThatAsksForAGoal: Severity = 2

export const gridLevel = z.enum(gridLevels)
export const needDomain = z.enum(needDomains)
export const severity = z.literal(severities)

/** One cell of the grid. */
export const gridCell = z.strictObject({ level: gridLevel, domain: needDomain })
export type GridCell = z.infer<typeof gridCell>
