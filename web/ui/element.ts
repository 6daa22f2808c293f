/** The five elements of case management, which share a line and a hue each. */
export type ElementName = 'assessment' | 'plan' | 'linking' | 'monitoring' | 'review'

export const elementNames: readonly ElementName[] = [
  'assessment',
  'plan',
  'linking',
  'monitoring',
  'review',
]

/** The hue of an element, for a style's `--hue`. */
export function hueOf(element: ElementName): string {
  return `var(--el-${element})`
}
