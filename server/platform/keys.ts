import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const secret = z.string().min(32)

const keysFile = z.strictObject({
  /** Signs the seals of the audit, 32 bytes in base64url. */
  audit: secret,
  /** Encrypts what must be read again (TOTP and SMTP secrets), 32 bytes in base64url. */
  secrets: secret,
  /** Signs sessions. */
  sessions: secret,
  /** Makes each worker's key for drafts kept on a device. */
  drafts: secret,
  /** Passphrase of the backups made before migrations. */
  backups: secret,
  /** Of the embedded PostgreSQL; a server of its own keeps its passwords elsewhere. */
  database: z.strictObject({ owner: secret, web: secret, worker: secret }),
})

/** Everything secret that lives outside the database. */
export type Keys = z.infer<typeof keysFile>

/** The keys an archive carries, without which what it holds could not be read again. */
export type ArchivedKeys = Pick<Keys, 'audit' | 'secrets' | 'sessions' | 'drafts'>

/** Reads the keys; at the first start of a data folder it makes them. */
export async function loadKeys(file: string): Promise<Keys> {
  const present = await findKeys(file)
  if (present) return present
  const keys = makeKeys()
  await writeKeys(file, keys)
  return keys
}

/** The keys in a file, or undefined where there is no file. */
export async function findKeys(file: string): Promise<Keys | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const parsed = keysFile.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new Error(`${file} does not hold Peyvand's keys. Put back the file as it was backed up.`)
  }
  return parsed.data
}

/** Writes the keys so that only this user reads them and a power cut leaves the old or the new. */
export async function writeKeys(file: string, keys: Keys): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o711 })
  const half = `${file}.${process.pid}.part`
  const handle = await open(half, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await chmod(half, 0o600)
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

function makeKeys(): Keys {
  const random = () => randomBytes(32).toString('base64url')
  return {
    audit: random(),
    secrets: random(),
    sessions: random(),
    drafts: random(),
    backups: random(),
    database: { owner: random(), web: random(), worker: random() },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
