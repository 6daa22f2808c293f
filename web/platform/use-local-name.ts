import { useLocale } from './locale.tsx'

export interface NamedTwice {
  nameFa: string
  nameEn: string
}

/** The name in the reader's language; where that is missing, the other one. */
export function useLocalName(): (named: NamedTwice) => string {
  const { settings } = useLocale()
  return ({ nameFa, nameEn }) => (settings.language === 'fa' ? nameFa || nameEn : nameEn || nameFa)
}
