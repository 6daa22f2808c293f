import { dataGroups } from '../access/data-groups.ts'
import type { DataGroup } from '../access/data-groups.ts'

const byRole: Record<string, readonly DataGroup[]> = {
  psychologist: ['core', 'family', 'plan', 'notes', 'health'],
  physician: ['core', 'health', 'substance_use'],
  nurse: ['core', 'health'],
  psychiatrist: ['core', 'family', 'notes', 'health', 'substance_use'],
  teacher: ['core', 'school'],
  counsellor: ['core', 'family', 'plan', 'notes'],
  partner_worker: ['core', 'plan'],
  carer: ['core', 'plan'],
  advocate: ['core', 'legal'],
  volunteer: ['core'],
}

/** What a member of a team usually needs to read for the work; never more than the role asks for. */
export function usualGroups(role: string): readonly DataGroup[] {
  return byRole[role] ?? dataGroups
}
