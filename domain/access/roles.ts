/** What a worker may be in an agency. Roles open desks and settings; case content never goes by role. */
export const roles = [
  'caseworker',
  'supervisor',
  'intake',
  'administrator',
  'director',
  'auditor',
] as const

export type Role = (typeof roles)[number]
