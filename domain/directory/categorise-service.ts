import { z } from 'zod'
import { normaliseName } from '../text/normalise-name.ts'

/** The file `content/taxonomy/service-categories.json`: categories of services and what they answer. */
export const serviceCategories = z.strictObject({
  about: z.strictObject({
    title: z.string(),
    editor: z.string(),
    licence: z.string(),
    licenceUrl: z.url(),
    changes: z.string(),
  }),
  categories: z.array(
    z.strictObject({
      code: z.string(),
      en: z.string(),
      fa: z.string(),
      domains: z.array(z.string()).min(1),
    }),
  ),
  /** Words by which a service that carries no category is known. */
  words: z.array(
    z.strictObject({ domain: z.string(), en: z.array(z.string()), fa: z.array(z.string()) }),
  ),
})

export type ServiceCategories = z.infer<typeof serviceCategories>

export interface Categorised {
  /** Domains of need the service answers, in the order of the domains' list. */
  domains: string[]
  from: 'taxonomy' | 'keywords' | 'nobody'
}

interface ToCategorise {
  name: string
  alternateName: string
  programme: string
  keywords: readonly string[]
  terms: readonly { code: string; name: string }[]
}

/** Answers, for one list of categories, which needs a service answers and how we know. */
export function makeCategoriser(
  categories: ServiceCategories,
): (service: ToCategorise) => Categorised {
  const byCode = new Map(categories.categories.map((one) => [one.code, one]))
  const byName = new Map(categories.categories.map((one) => [normaliseName(one.en), one]))
  const words = categories.words.map(({ domain, en, fa }) => ({
    domain,
    starts: [...en, ...fa].map((word) => ` ${normaliseName(word)}`),
  }))
  const order = words.map(({ domain }) => domain)

  const ofTerm = ({ code, name }: { code: string; name: string }) => {
    const key = normaliseName(name)
    const coded = byCode.get(code)
    // A code alone may be another taxonomy's; the name must be ours as well.
    if (coded && normaliseName(coded.en) === key) return coded.domains
    return byName.get(key)?.domains ?? ofWords([name])
  }
  const ofWords = (texts: readonly string[]) => {
    const read = texts.map((text) => ` ${normaliseName(text)}`)
    return words
      .filter(({ starts }) => starts.some((start) => read.some((text) => text.includes(start))))
      .map(({ domain }) => domain)
  }
  const inOrder = (domains: readonly string[]) => order.filter((domain) => domains.includes(domain))

  return ({ name, alternateName, programme, keywords, terms }) => {
    const fromTerms = inOrder(terms.flatMap(ofTerm))
    if (fromTerms.length > 0) return { domains: fromTerms, from: 'taxonomy' }
    const fromWords = ofWords(keywords)
    const domains = fromWords.length > 0 ? fromWords : ofWords([name, alternateName, programme])
    return { domains, from: domains.length > 0 ? 'keywords' : 'nobody' }
  }
}
