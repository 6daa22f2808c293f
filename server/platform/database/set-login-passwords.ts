import pg from 'pg'

/** Gives the two logins of the server their passwords. */
export async function setLoginPasswords(
  ownerUrl: string,
  passwords: { web?: string; worker?: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const [login, password] of Object.entries(passwords)) {
      if (password === undefined) continue
      await client.query(`alter role peyvand_${login} password ${client.escapeLiteral(password)}`)
    }
  } finally {
    await client.end()
  }
}
