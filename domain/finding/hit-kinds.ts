/** What a search in the file reads. */
export const hitKinds = ['note', 'contact', 'plan', 'goal', 'action', 'need', 'document'] as const
export type HitKind = (typeof hitKinds)[number]
