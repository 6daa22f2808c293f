import type pg from 'pg'

const extensions = ['pg_trgm', 'btree_gin', 'fuzzystrmatch', 'intarray', 'unaccent']

/** Extensions live in schema public, so that no search path decides where they land. */
export async function ensureExtensions(client: pg.Client): Promise<void> {
  const found = await client.query<{ extname: string }>('select extname from pg_extension')
  const present = new Set(found.rows.map((row) => row.extname))
  for (const extension of extensions) {
    if (present.has(extension)) continue
    try {
      await client.query(`create extension ${extension} with schema public`)
    } catch (error) {
      throw new Error(
        `The PostgreSQL extension "${extension}" could not be added: ${(error as Error).message}. ` +
          'Connect as the owner of the database; on Debian the extensions are in the package postgresql-contrib.',
        { cause: error },
      )
    }
  }
}
