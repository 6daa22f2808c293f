import { dayText } from './days.ts'
import type { Intake } from './add-intake.ts'
import type { CaseStory } from './case-story.ts'

const everyGroup = '{core,family,plan,notes,health,substance_use,school,legal,money}'

/** The case, its team, and the access that follows from it; answers its level of risk. */
export function addTeam(
  story: CaseStory,
  { requestId, householdId, began }: Intake,
  number: string,
) {
  const {
    agency,
    rows,
    chance,
    opened,
    closed,
    open,
    ends,
    present,
    manager,
    supervisor,
    programme,
    words,
    personId,
    caseId,
    id,
  } = story
  const risk =
    open && chance.in(0.14) ? chance.pick(['watch', 'watch', 'urgent', 'crisis']) : 'normal'
  rows.add(
    opened,
    'case_file',
    caseId,
    agency.id,
    number,
    personId,
    householdId,
    programme.id,
    programme.practiceModelId,
    words.phrases.modelReason,
    requestId,
    open ? 'open' : 'closed',
    dayText(opened),
    closed === undefined ? null : dayText(closed),
    risk,
    risk === 'normal' ? '' : chance.pick(words.riskReasons),
    began,
    manager,
  )
  for (const [who, role] of [
    [manager, 'case_manager'],
    [supervisor, 'supervisor'],
  ] as const) {
    rows.add(
      opened,
      'team_member',
      id(opened),
      caseId,
      who,
      role,
      everyGroup,
      true,
      dayText(opened),
      began,
      manager,
    )
    const until = present ? 'infinity' : dayText(ends)
    rows.add(opened, 'case_access', who, caseId, everyGroup, true, `team:${role}`, until)
  }
  return risk
}
