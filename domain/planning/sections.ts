import { z } from 'zod'
import { planSections } from '../cases/practice-model.ts'
import type { PlanSection } from '../cases/practice-model.ts'

const text = z.string().trim().min(1).max(5000)

/** What a section says, or why it is empty. */
export const sectionContent = z.union([
  z.strictObject({ words: text }),
  z.strictObject({ none: text }),
])
export type SectionContent = z.output<typeof sectionContent>

export const sectionsContent = z.partialRecord(z.enum(planSections), sectionContent)
export type SectionsContent = z.output<typeof sectionsContent>

const asked = z.looseObject({ planSections: z.array(z.enum(planSections)).min(1) })

/** The sections a practice model asks for, read from its content; without any, only what is done. */
export function sectionsOf(modelContent: unknown): readonly PlanSection[] {
  return asked.safeParse(modelContent).data?.planSections ?? ['intervention']
}
