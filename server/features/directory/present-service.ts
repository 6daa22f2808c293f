import { findCategory } from './service-categories.ts'
import type { ServiceRow } from './service-store.ts'

/** A service as it leaves: its categories in both languages, its main language among the others. */
export function presentService({ terms, mainLanguage, ...service }: ServiceRow) {
  return {
    ...service,
    schedules: ownHours(service.schedules),
    categories: terms.map(({ code, name }) => {
      const known = findCategory(code, name)
      return { code, nameFa: known?.fa ?? name, nameEn: name }
    }),
    languages: oncePerLanguage([
      ...(mainLanguage ? [{ code: mainLanguage, name: '', note: '' }] : []),
      ...service.languages,
    ]),
  }
}

/** A service that has hours of its own is not open at its place's hours; holidays hold for both. */
function ownHours(schedules: ServiceRow['schedules']) {
  const isWeekly = ({ validFrom, closed }: ServiceRow['schedules'][number]) =>
    validFrom === null && !closed
  const hasOwn = schedules.some((schedule) => schedule.ofService && isWeekly(schedule))
  return schedules
    .filter((schedule) => schedule.ofService || !hasOwn || !isWeekly(schedule))
    .map(({ ofService: _whose, ...schedule }) => schedule)
}

function oncePerLanguage(languages: ServiceRow['languages']): ServiceRow['languages'] {
  const seen = new Map(languages.map((language) => [language.code || language.name, language]))
  return [...seen.values()]
}
