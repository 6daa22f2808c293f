import { useLocale } from '../../platform/locale.tsx'

export function nameOf(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`.trim()
}

/** The name of a programme, model or instrument in the reader's language. */
export function useNameIn(): (named: { nameFa: string; nameEn: string }) => string {
  const { settings } = useLocale()
  return ({ nameFa, nameEn }) => (settings.language === 'fa' ? nameFa : nameEn)
}
