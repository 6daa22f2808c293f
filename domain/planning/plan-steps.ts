/** Where an edition of a plan stands on its way to the client's agreement. */
export const planStatuses = [
  'draft',
  'proposed',
  'agreed',
  'partly_agreed',
  'refused',
  'in_force',
  'superseded',
] as const
export type PlanStatus = (typeof planStatuses)[number]

export const planSteps = ['propose', 'take_back', 'record_answer', 'put_in_force'] as const
export type PlanStep = (typeof planSteps)[number]

/**
 * The lawful steps. A proposal is shown to the client; the answer can be given anew as long as the
 * plan is not in force; whatever is to be changed is taken back to the draft first, so that no
 * answer stands under words it was not given to. A refused plan is put in force only where choice
 * meets its limit, which `whyNotPutInForce` asks for.
 */
const lawful: Readonly<Record<PlanStatus, readonly PlanStep[]>> = {
  draft: ['propose'],
  proposed: ['record_answer', 'take_back'],
  agreed: ['put_in_force', 'record_answer', 'take_back'],
  partly_agreed: ['put_in_force', 'record_answer', 'take_back'],
  refused: ['record_answer', 'take_back', 'put_in_force'],
  in_force: [],
  superseded: [],
}

/** Which steps may follow, the most usual first. */
export function nextPlanSteps(status: PlanStatus): readonly PlanStep[] {
  return lawful[status]
}

/** Whether the words of a plan may be changed. */
export function isOpenToChange(status: PlanStatus): boolean {
  return status === 'draft'
}

/** Statuses of an edition that is still on its way; a case has at most one such edition. */
export const inHand: readonly PlanStatus[] = ['draft', 'proposed', 'agreed', 'partly_agreed']
