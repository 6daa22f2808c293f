import { needLife } from '@peyvand/domain/cases/need-life.ts'
import { spineOf } from '@peyvand/domain/cases/spine.ts'
import type { SpineDue } from '@peyvand/domain/cases/spine.ts'
import type { CaseFileRow, NeedRow } from './case-file-store.ts'

/** The file as it leaves: rows, and what the rules read from them. */
export function presentCaseFile(row: CaseFileRow, today: string) {
  const needs = row.needs.map(presentNeed)
  const spine = spineOf(
    {
      ...row.facts,
      needsOpen: needs.filter(({ outcome }) => !outcome).length,
      needsAnswered: needs.filter(({ standing }) => standing !== 'unanswered').length,
      plan: !row.plan ? 'none' : row.plan.status === 'in_force' ? 'in_force' : 'in_hand',
      closed: row.status === 'closed',
    },
    row.next as readonly SpineDue[],
    today,
  )
  return { ...row, needs, spine }
}

export function presentNeed(need: NeedRow) {
  return {
    ...need,
    ...needLife({ ...need, outcome: need.outcome as 'met' | 'partly_met' | 'unmet' | null }),
  }
}
