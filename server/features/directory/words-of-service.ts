import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import { findCategory } from './service-categories.ts'

interface Worded {
  name: string
  alternateName: string
  programme: string
  keywords: readonly string[]
  terms: readonly { code: string; name: string }[]
}

/** Everything by whose words a service is found: its names, keywords and categories, also in Persian. */
export function wordsOfService({
  name,
  alternateName,
  programme,
  keywords,
  terms,
}: Worded): string {
  const categories = terms.flatMap((term) => [
    term.name,
    findCategory(term.code, term.name)?.fa ?? '',
  ])
  return normaliseName([name, alternateName, programme, ...keywords, ...categories].join(' '))
}
