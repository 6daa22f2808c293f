import type { Refusal } from '../refusals.ts'
import type { Role } from './roles.ts'

export interface RoleChange {
  byId: string
  byRoles: readonly Role[]
  ofId: string
}

/** Why the roles or the account of a worker may not be changed by this one. */
export function whyNotChangeWorker(change: RoleChange): Refusal | undefined {
  if (!change.byRoles.includes('administrator')) return { code: 'role_not_allowed' }
  if (change.byId === change.ofId) return { code: 'not_for_oneself' }
  return undefined
}
