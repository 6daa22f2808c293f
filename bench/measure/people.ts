import type pg from 'pg'
import { benchPassword } from '../fill/make-agency.ts'

/** The cookie of a worker who signed in as people do. */
export async function signIn(address: string, name: string): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name, password: benchPassword }),
  })
  if (!answer.ok) throw new Error(`${name} could not sign in: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

export async function findWorker(owner: pg.Client, userName: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from auth.login where user_name = $1',
    [userName],
  )
  const [found] = rows
  if (!found) throw new Error(`nobody is called ${userName}`)
  return found.id
}

export async function listOpenCases(owner: pg.Client, worker: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select distinct c.id from app.case_access a join app.case_file c on c.id = a.case_id
      where a.user_id = $1 and c.status = 'open' order by c.id limit 500`,
    [worker],
  )
  return rows.map(({ id }) => id)
}
