import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { urlOf } from '../server/testing/start-forgetful-postgres.ts'
import { startTestCluster, templateName } from '../server/testing/start-test-cluster.ts'

const target = join(import.meta.dirname, '../server/platform/db/types.ts')
const binary = join(import.meta.dirname, '../node_modules/.bin/kysely-codegen')

/** The schema speaks first: types are made from a freshly migrated database. */
async function generate(outFile: string): Promise<void> {
  const cluster = await startTestCluster()
  try {
    const options = {
      dialect: 'postgres',
      url: urlOf(cluster, 'postgres', templateName),
      'default-schema': 'app',
      'include-pattern': 'app.*',
      'date-parser': 'string',
      'numeric-parser': 'number',
      'type-mapping': JSON.stringify(types),
      'out-file': outFile,
    }
    const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    await promisify(execFile)(binary, ['--camel-case', ...flags])
  } finally {
    await cluster.stop()
  }
}

const types = {
  timestamptz: 'string',
  time: 'string',
  bytea: 'Buffer',
  int8: 'number',
  jsonb: 'unknown',
  xid8: 'string',
}

if (process.argv.includes('--check')) {
  const fresh = join(tmpdir(), `peyvand-types-${process.pid}.ts`)
  await generate(fresh)
  const [now, then] = await Promise.all([readFile(fresh, 'utf8'), readFile(target, 'utf8')])
  await rm(fresh)
  if (now !== then) {
    console.error('server/platform/db/types.ts is stale: run node tools/generate-database-types.ts')
    process.exitCode = 1
  }
} else {
  await generate(target)
}
