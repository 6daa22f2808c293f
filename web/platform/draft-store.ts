import { openDB } from 'idb'
import type { IDBPDatabase } from 'idb'

interface SealedDraft {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
  savedAt: string
}

interface DraftSchema {
  draft: { key: string; value: SealedDraft }
}

export interface KeptDraft {
  body: unknown
  savedAt: string
}

let opened: Promise<IDBPDatabase<DraftSchema>> | undefined

function open() {
  opened ??= openDB<DraftSchema>('peyvand', 1, {
    upgrade: (db) => void db.createObjectStore('draft'),
  })
  return opened
}

/** The server's key for this reader's drafts: it lives in memory only and cannot be taken out. */
export async function importDraftKey(base64url: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  )
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Keeps a draft on this device; without the key it is noise. */
export async function keepDraft(key: CryptoKey, name: string, draft: KeptDraft): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) },
    key,
    new TextEncoder().encode(JSON.stringify(draft.body)),
  )
  await (await open()).put('draft', { iv, bytes, savedAt: draft.savedAt }, name)
}

/** What this device kept; nothing when it was sealed for somebody else. */
export async function findKeptDraft(key: CryptoKey, name: string): Promise<KeptDraft | undefined> {
  const sealed = await (await open()).get('draft', name)
  if (!sealed) return undefined
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData: new TextEncoder().encode(name) },
      key,
      sealed.bytes,
    )
    return { body: JSON.parse(new TextDecoder().decode(bytes)), savedAt: sealed.savedAt }
  } catch {
    return undefined
  }
}

export async function dropKeptDraft(name: string): Promise<void> {
  await (await open()).delete('draft', name)
}
