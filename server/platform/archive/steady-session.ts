import pg from 'pg'

/** A connection whose text for a value is the same on every server, whatever its settings. */
export async function openSteadySession(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'peyvand archive' })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`
    set datestyle = 'ISO, YMD';
    set intervalstyle = 'postgres';
    set timezone = 'UTC';
    set extra_float_digits = 1;
    set bytea_output = 'hex';
    set client_encoding = 'UTF8';
    set search_path = '';
    set lock_timeout = '60s';
    set idle_in_transaction_session_timeout = 0;
    set statement_timeout = 0`)
  return client
}
