import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadKeys } from './keys.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'peyvand-keys-'))))
afterEach(() => rm(folder, { recursive: true }))

test('the keys are made once and nobody else on the machine may read them', async () => {
  const file = join(folder, 'keys.json')
  const keys = await loadKeys(file)
  expect(await loadKeys(file)).toEqual(keys)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(new Set([keys.audit, keys.secrets, keys.sessions, keys.backups]).size).toBe(4)
})

test('a damaged key file is never replaced by new keys', async () => {
  const file = join(folder, 'keys.json')
  await writeFile(file, '{"audit": "')
  await expect(loadKeys(file)).rejects.toThrow(/does not hold Peyvand's keys/)
  expect(await readFile(file, 'utf8')).toBe('{"audit": "')
})
