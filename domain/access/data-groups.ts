/**
 * Case content is kept in groups, so that a member of a team reads what the work needs and no
 * more: a teacher does not read therapy notes.
 */
export const dataGroups = [
  'core',
  'family',
  'plan',
  'notes',
  'health',
  'substance_use',
  'school',
  'legal',
  'money',
] as const

export type DataGroup = (typeof dataGroups)[number]
