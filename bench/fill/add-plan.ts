import type { DemoNeed } from '../../server/demo/words.ts'
import type { Findings } from './add-assessments.ts'
import type { CaseStory } from './case-story.ts'
import { jsonCell } from './copy-line.ts'
import { dayText } from './days.ts'

const scales = new Map<DemoNeed, string>()

/** The five levels of a goal that answers this need. */
function scaleOf(need: DemoNeed): string {
  const known = scales.get(need)
  if (known !== undefined) return known
  const made = jsonCell(Object.fromEntries(need.scale.map((text, n) => [String(n - 2), text])))
  scales.set(need, made)
  return made
}

/** A plan in force with a goal for each need, where there was time for one. */
export function addPlan(story: CaseStory, { first, needs }: Findings) {
  const { rows, chance, ends, manager, caseId, id, at } = story
  const planned = first + chance.between(5, 14)
  const goals: { id: string; needId: string; number: number; words: string }[] = []
  let planId: string | null = null
  if (planned <= ends) {
    planId = id(planned)
    const moment = at(planned)
    rows.add(
      planned,
      'plan',
      planId,
      caseId,
      1,
      'in_force',
      jsonCell({ intervention: { words: needs[0]?.need.action ?? '' } }),
      moment,
      dayText(planned),
      moment,
      manager,
    )
    for (const [index, { id: needId, need }] of needs.entries()) {
      const goalId = id(planned)
      rows.add(
        planned,
        'goal',
        goalId,
        caseId,
        planId,
        index + 1,
        need.goal,
        need.professional,
        chance.between(4, 10),
        dayText(planned + 90),
        scaleOf(need),
        -2,
        moment,
        manager,
      )
      rows.add(planned, 'goal_need', caseId, goalId, needId)
      goals.push({ id: goalId, needId, number: index + 1, words: need.goal })
    }
  }
  return { planned, planId, goals }
}

export type Planned = ReturnType<typeof addPlan>
