import pg from 'pg'
import { migrate } from '../../server/platform/db/migrate.ts'
import { openDatabase, openPool } from '../../server/platform/db/database.ts'
import { setLoginPasswords } from '../../server/platform/database/set-login-passwords.ts'
import { CopyIn } from './copy-in.ts'
import { takeIndexesOff } from './indexes.ts'
import { makeAgency } from './make-agency.ts'
import { CaseMaker } from './make-case.ts'
import { RowsByDay } from './rows-by-day.ts'

interface Options {
  ownerUrl: string
  password: string
  size: number
  today: string
  /** Whether each command leaves its line on the audit trail, and each change the state before it. */
  trail: boolean
  /** Told each step with its share of the rows. */
  say: (line: string) => void
}

/** Migrates an empty database and fills it with one agency of so many persons and cases. */
export async function fillDatabase({ ownerUrl, password, size, today, trail, say }: Options) {
  await migrate(ownerUrl, { log: () => undefined })
  await setLoginPasswords(ownerUrl, { web: password, worker: password })
  say('the agency, its workers and the words of all names')
  const database = openDatabase(openPool(ownerUrl, 1, 'peyvand bench'))
  const agency = await database.transaction().execute((tx) => makeAgency(tx, size, today))
  await database.destroy()

  const clients = await Promise.all([connect(ownerUrl), connect(ownerUrl)])
  try {
    const [client] = clients
    if (!client) throw new Error('no connection')
    const putIndexesBack = await takeIndexesOff(client)
    const copy = new CopyIn(clients)
    const rows = new RowsByDay(copy)
    const maker = new CaseMaker(agency, rows, { size, today, trail })
    let day = 0
    for (let n = 0; n < size; n++) {
      const opened = maker.openedOn(n)
      if (opened > day) {
        day = opened
        await rows.passTo(day)
      }
      maker.make(n)
      if (n % 10_000 === 0) say(`cases: ${n} of ${size}, ${copy.rows} rows`)
    }
    await rows.finish()
    say(`cases: ${size} of ${size}, ${copy.rows} rows`)
    for (const [year, last] of maker.numbers) {
      await client.query(
        'insert into app.case_counter (agency_id, year, last) values ($1, $2, $3)',
        [agency.id, year, last],
      )
    }
    say('indexes')
    await putIndexesBack(clients)
    say('names in both scripts, lines of supervision')
    await client.query(
      `update app.person set name_tokens = app.keep_name_tokens(array[given_name, family_name] || other_names)
        where other_names <> '{}'`,
    )
    await deriveSupervision(client)
    await client.query('insert into app.due_round (agency_id, done_on) values ($1, $2)', [
      agency.id,
      today,
    ])
    say('statistics')
    await vacuum(clients)
    return { agencyId: agency.id, rows: copy.rows }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

/** As superuser of a database of its own: no trigger and no foreign key slows the rows down. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=app,public' })
  await client.connect()
  await client.query('set session_replication_role = replica')
  return client
}

/** What follows from who stands above whom, by the app's own function where there is one. */
async function deriveSupervision(client: pg.Client): Promise<void> {
  const found = await client.query(`select to_regprocedure('app.derive_supervision(uuid[])') as f`)
  if ((found.rows as { f: string | null }[])[0]?.f == null) return
  const managed = await client.query<{ ids: string[] }>(
    `select array_agg(t.case_id) as ids from (
       select t.case_id, row_number() over () / 5000 as page from app.team_member t
       join app.worker w on w.id = t.worker_id and w.supervisor_id is not null
       where t.role = 'case_manager' and t.ended_at is null) t group by page`,
  )
  for (const { ids } of managed.rows) {
    await client.query('select app.derive_supervision($1)', [ids])
  }
}

async function vacuum(clients: readonly pg.Client[]): Promise<void> {
  const [client] = clients
  const { rows } = await (client as pg.Client).query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'auth') and c.relkind = 'r' order by pg_relation_size(c.oid) desc`,
  )
  await Promise.all(
    clients.map(async (each) => {
      for (let row = rows.shift(); row; row = rows.shift()) {
        await each.query(`vacuum (analyze) ${row.name}`)
      }
    }),
  )
}
