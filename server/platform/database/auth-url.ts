/** The web login's address, signed in as the owner of accounts and sessions and nothing else. */
export function authUrl(webUrl: string): string {
  const url = new URL(webUrl)
  url.searchParams.set('options', '-c role=peyvand_auth -c search_path=auth')
  return url.toString()
}
