import { sql } from 'kysely'
import { cutSnippet, searchWords } from '@peyvand/domain/text/cut-snippet.ts'
import type { Piece } from '@peyvand/domain/text/cut-snippet.ts'
import { whyNotSearch } from '@peyvand/domain/finding/why-not-search.ts'
import type { Act } from '../../platform/access/act.ts'
import { narrowToCases } from '../../platform/access/open-act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { listTextsWith } from './text-store.ts'
import type { TextRow } from './text-store.ts'

const mostHits = 50
/** So many cases are searched at once: a worker's own all together, a wider line's in steps. */
const casesAtOnce = 2000

interface Found {
  hits: {
    kind: string
    recordId: string
    at: string
    case: { id: string; number: string; client: { givenName: string; familyName: string } }
    pieces: Piece[]
    onlyFor: TextRow['onlyFor']
  }[]
  more: boolean
}

/** Where the words stand in one case. The words themselves are kept nowhere. */
export async function searchCaseFile(act: Act, caseId: string, typed: string): Promise<Found> {
  return await searchIn(act, [caseId], typed)
}

/** Where they stand in my cases, newest first, so many cases at a time. */
export async function searchMyFiles(
  act: Act,
  typed: string,
  before: string | undefined,
): Promise<Found & { before: string | null }> {
  const { rows } = await sql<{ id: string }>`
    select a.case_id as id from case_access a
    where a.user_id = ${act.actor.id} and a.until > now()
      ${before ? sql`and a.case_id < ${before}` : sql``}
    order by a.case_id desc limit ${casesAtOnce}`.execute(act.tx)
  const ids = rows.map(({ id }) => id)
  await narrowToCases(act.tx, ids)
  const found = await searchIn(act, ids, typed)
  return { ...found, before: ids.length < casesAtOnce ? null : (ids.at(-1) ?? null) }
}

async function searchIn(act: Act, cases: readonly string[], typed: string): Promise<Found> {
  const refusal = whyNotSearch(typed)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  if (cases.length === 0) return { hits: [], more: false }
  const words = searchWords(typed)
  const texts = await listTextsWith(act.tx, cases, words)
  const marked: Found['hits'] = []
  for (const { text, ...row } of texts) {
    const pieces = cutSnippet(text, words)
    if (pieces) marked.push({ ...row, pieces })
    if (marked.length > mostHits) break
  }
  const shown = marked.slice(0, mostHits)
  for (const {
    case: { id },
  } of shown)
    act.audited.cases.add(id)
  return { hits: shown, more: marked.length > mostHits }
}
