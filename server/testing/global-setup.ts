import type { TestProject } from 'vitest/node'
import { startTestCluster } from './start-test-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { port: number; password: string }
  }
}

/** One PostgreSQL for the whole run; each test file copies its template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { port, password, stop } = await startTestCluster()
  project.provide('cluster', { port, password })
  return stop
}
