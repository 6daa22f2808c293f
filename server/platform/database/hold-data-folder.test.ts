import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findHolder, holdDataFolder } from './hold-data-folder.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'peyvand-hold-'))))
afterEach(() => rm(folder, { recursive: true }))

test('a second start is told who runs already and where', async () => {
  const held = await holdDataFolder(folder, 'Peyvand')
  await held.announce('http://localhost:3000')
  await expect(holdDataFolder(folder, 'Peyvand')).rejects.toThrow(
    `Peyvand already runs on ${folder} at http://localhost:3000 (process ${process.pid}).`,
  )
  await held.release()
  const next = await holdDataFolder(folder, 'Peyvand')
  await next.release()
})

test('of eight starts at once one goes on', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => holdDataFolder(folder, 'Peyvand')),
  )
  const held = tries.filter((outcome) => outcome.status === 'fulfilled')
  expect(held).toHaveLength(1)
  await Promise.all(held.map(({ value }) => value.release()))
})

test.each([
  [
    'whose process died',
    JSON.stringify({ pid: process.pid, port: 1, token: 'x', what: 'Peyvand' }),
  ],
  ['cut off while it was written', '{"pid": 12'],
])('a lock %s is taken over', async (_what, text) => {
  await writeFile(join(folder, 'in-use.json'), text)
  expect(await findHolder(folder)).toBeUndefined()
  const held = await holdDataFolder(folder, 'Peyvand')
  expect(await findHolder(folder)).toMatchObject({ pid: process.pid })
  await held.release()
  expect(await findHolder(folder)).toBeUndefined()
})
