import { signOut } from '@peyvand/domain/access/contract.ts'
import { command } from './api.ts'
import { forgetDraftKey, sendDraftsNow } from './drafts.ts'

/**
 * After signing in: a fresh page in the reader's own language, where he or she wanted to be. Only
 * addresses of our own are followed.
 */
export function enter(wanted: string | null) {
  location.assign(wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : '/')
}

/** Ends the session; what is not sent yet stays encrypted on the device. */
export async function leave(): Promise<void> {
  await sendDraftsNow()
  await command(signOut, {})
  forgetDraftKey()
  location.assign('/sign-in')
}
