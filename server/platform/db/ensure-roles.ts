import type pg from 'pg'

const groups = [
  'peyvand_owner',
  'peyvand_definer',
  'peyvand_staff',
  'peyvand_partner',
  'peyvand_client',
  'peyvand_report',
  'peyvand_jobs',
  'peyvand_auth',
  'peyvand_archive',
]
const logins = ['peyvand_web', 'peyvand_worker']

const memberships: [role: string, member: string][] = [
  ['peyvand_staff', 'peyvand_web'],
  ['peyvand_partner', 'peyvand_web'],
  ['peyvand_client', 'peyvand_web'],
  ['peyvand_report', 'peyvand_web'],
  ['peyvand_auth', 'peyvand_web'],
  ['peyvand_jobs', 'peyvand_worker'],
  // The owner hands functions over to the role whose eyes they borrow.
  ['peyvand_definer', 'peyvand_owner'],
  ['peyvand_jobs', 'peyvand_owner'],
]

// Roles belong to the whole cluster, so two databases may be made ready at once.
const raceCodes = new Set(['42710', '23505', 'XX000', '40001'])

/** Makes the roles and logins of the cluster and who may become whom. Safe to repeat. */
export async function ensureRoles(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await createMissing(client)
      await grantMissing(client)
      return
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (code === '42501') throw new Error(notAllowed, { cause: error })
      if (!raceCodes.has(code) || attempt === 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 25 * attempt))
    }
  }
}

const notAllowed =
  'The database user may not make the roles Peyvand needs. Connect as a superuser, or as the owner ' +
  'of the database with CREATEROLE who made the roles peyvand_* (or has ADMIN OPTION on them).'

async function createMissing(client: pg.Client): Promise<void> {
  const found = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname = any($1)`,
    [[...groups, ...logins]],
  )
  const present = new Set(found.rows.map((row) => row.rolname))
  for (const role of groups) {
    if (!present.has(role)) await client.query(`create role ${role} nologin noinherit`)
  }
  for (const role of logins) {
    if (!present.has(role)) await client.query(`create role ${role} login noinherit`)
  }
}

async function grantMissing(client: pg.Client): Promise<void> {
  const about = await client.query<{ me: string; super: boolean; version: number }>(
    `select current_user as me, rolsuper as super, current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
  )
  const self = about.rows[0]
  if (!self) throw new Error('The database user has no role of its own.')
  const wanted = [...memberships]
  if (!self.super) {
    for (const role of ['peyvand_owner', 'peyvand_jobs', 'peyvand_archive']) {
      wanted.push([role, self.me])
    }
  }
  const mayTake = self.version >= 160000 ? 'and m.set_option' : ''
  const held = await client.query<{ role: string; member: string }>(
    `select r.rolname as role, u.rolname as member
       from pg_auth_members m
       join pg_roles r on r.oid = m.roleid
       join pg_roles u on u.oid = m.member
      where r.rolname = any($1) ${mayTake}`,
    [wanted.map(([role]) => role)],
  )
  const present = new Set(held.rows.map((row) => `${row.role} ${row.member}`))
  const how = self.version >= 160000 ? ' with inherit false, set true' : ''
  for (const [role, member] of wanted) {
    if (present.has(`${role} ${member}`)) continue
    await client.query(`grant ${role} to ${client.escapeIdentifier(member)}${how}`)
  }
}
