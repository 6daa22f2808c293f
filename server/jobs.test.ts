import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { jobs } from './jobs.ts'
import type { AnyJob } from './platform/jobs/job.ts'

async function findJobFiles(): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob('{features,platform}/**/*.job.ts', { cwd: import.meta.dirname })) {
    files.push(file)
  }
  return files
}

function isRegistered(value: unknown): value is { registered: AnyJob } {
  return typeof value === 'object' && value !== null && 'registered' in value
}

test('every job somebody may ask for is done by somebody', async () => {
  for (const file of await findJobFiles()) {
    const address = new URL(file, import.meta.url).href
    const exported = Object.values((await import(address)) as Record<string, unknown>)
    const found = exported.filter(isRegistered)
    expect(found, file).toHaveLength(1)
    expect(jobs, file).toContain(found[0]?.registered)
  }
  expect(new Set(jobs.map((job) => job.name)).size).toBe(jobs.length)
})
