import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate } from './platform/db/migrate.ts'
import { readMigrations } from './platform/db/read-migrations.ts'
import { makeAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import { readAccess, rebuildAccess } from './testing/rebuild-access.ts'
import { emptyDatabase } from './testing/template-database.ts'

const quiet = { log: () => undefined }

test('a database in which people have worked is brought up to date, with all it holds', async () => {
  const database = await emptyDatabase()
  const owner = new pg.Pool({
    connectionString: database.ownerUrl,
    max: 1,
    options: '-c search_path=app,public',
  })
  try {
    const first = (await readMigrations()).map(({ name }) => name).filter((n) => n < '0101')
    await migrate(database.ownerUrl, { ...quiet, only: first })
    const agency = await makeAgency({ owner })
    const { caseId, clientId } = await openTestCase({ owner }, agency)
    const words = () => owner.query('select token from name_token order by token')
    const before = await words()
    expect(before.rows).not.toEqual([])

    await migrate(database.ownerUrl, quiet)

    const { rows } = await owner.query(
      'select id from person where id = $1 and name_tokens <> $2',
      [clientId, []],
    )
    expect(rows).toHaveLength(1)
    const found = await owner.query(
      `select k.token from person p join name_token k on k.id = any (p.name_tokens) where p.id = $1`,
      [clientId],
    )
    expect(found.rows.map(({ token }) => token as string)).toContain('ریحانه')
    expect(await readAccess(owner)).toEqual(await rebuildAccess(owner))
    const seen = await owner.query('select user_id from case_access where case_id = $1', [caseId])
    expect(seen.rows).toHaveLength(2)
  } finally {
    await owner.end()
    await database.drop()
  }
})
