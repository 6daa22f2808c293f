import { readFileSync } from 'node:fs'
import { makeCategoriser, serviceCategories } from '@peyvand/domain/directory/categorise-service.ts'

const file = new URL('../../../content/taxonomy/service-categories.json', import.meta.url)

// Open Eligibility's categories with their Persian names, as they ship with the program.
const shipped = serviceCategories.parse(JSON.parse(readFileSync(file, 'utf8')))
const byCode = new Map(shipped.categories.map((category) => [category.code, category]))

export const categorise = makeCategoriser(shipped)

/** One of our categories: the code alone may be another taxonomy's, so the name must fit too. */
export function findCategory(code: string, name: string) {
  const category = byCode.get(code)
  return category?.en === name ? category : undefined
}
