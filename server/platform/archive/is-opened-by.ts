import { createReadStream } from 'node:fs'
import { ArchiveUnreadable } from './archive-unreadable.ts'
import { decrypt } from './encryption.ts'

/** Whether this passphrase opens an archive, as far as its beginning tells. */
export async function isOpenedBy(file: string, passphrase: string): Promise<boolean> {
  const bytes = createReadStream(file) as AsyncIterable<Buffer>
  const opened = decrypt(bytes, passphrase)
  try {
    await opened.next()
    return true
  } catch (error) {
    if (error instanceof ArchiveUnreadable) return false
    throw error
  } finally {
    await opened.return(undefined)
  }
}
