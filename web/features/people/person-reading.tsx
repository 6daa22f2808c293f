import { bornOf } from '@peyvand/domain/people/person.ts'
import type { ReactNode } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import type { Language } from '../../platform/settings.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import type { Definition } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { Link } from '../../ui/link.tsx'
import { SafeContact } from '../cases/safe-contact.tsx'
import type { PersonCardAnswer } from './person-details.ts'
import { phoneWords } from './phone-words.ts'
import { useLanguageName } from './use-language-name.ts'

interface PersonReadingProps {
  card: PersonCardAnswer
  safeContactShown?: boolean
}

/** A person as text; how to reach her safely comes before every number. */
export function PersonReading({ card, safeContactShown = false }: PersonReadingProps) {
  const t = useWords()
  const { formatDay, formatAge, formatList, withDigits } = useFormats()
  const languageName = useLanguageName()
  const { settings } = useLocale()
  const born = bornOf(card)
  const age = born && card.diedOn === null ? ` (${formatAge(born.on, born.precision)})` : ''
  const entries: Definition[] = [
    { key: 'other', name: t('people.otherNames'), value: formatList(card.otherNames) },
    { key: 'father', name: t('people.fatherName'), value: card.fatherName },
    {
      key: 'sex',
      name: t('people.sex'),
      value: card.sex === 'unknown' ? '' : t(`people.sex.${card.sex}`),
    },
    {
      key: 'born',
      name: t('people.bornOn'),
      value: born && `${formatDay(born.on, born.precision)}${age}`,
    },
    { key: 'died', name: t('people.diedOn'), value: card.diedOn && formatDay(card.diedOn) },
    {
      key: 'nationalId',
      name: t('people.nationalId'),
      value: card.nationalId ? (
        <bdi dir="ltr">{withDigits(card.nationalId)}</bdi>
      ) : (
        card.nationalIdMissing &&
        t('people.nationalId.noneBecause', { why: card.nationalIdMissing })
      ),
    },
    { key: 'phones', name: t('people.phones'), value: phonesOf(card, withDigits) },
    { key: 'address', name: t('people.address'), value: addressOf(card, settings.language) },
    {
      key: 'languages',
      name: t('people.languages'),
      value: formatList(card.languages.map((tag) => languageName(tag))),
    },
    {
      key: 'interpreter',
      name: t('people.interpreter'),
      value: card.interpreterNeeded ? t('people.interpreterNeeded') : '',
    },
    {
      key: 'literacy',
      name: t('people.literacy'),
      value: card.literacy === 'unknown' ? '' : t(`people.literacy.${card.literacy}`),
    },
    { key: 'disability', name: t('people.disability'), value: card.disability },
  ]
  return (
    <Stack gap="small">
      {!safeContactShown && <SafeContact words={card.safeContact} />}
      <DefinitionList entries={entries} />
    </Stack>
  )
}

function phonesOf({ phones }: PersonCardAnswer, withDigits: (text: string) => string): ReactNode {
  if (phones.length === 0) return undefined
  return (
    <Stack gap="tight">
      {phones.map((phone) => (
        <Row key={phone.id}>
          {phone.safeToCall ? (
            <Link href={`tel:${phone.number}`}>
              <bdi dir="ltr">{phoneWords(phone.number, withDigits)}</bdi>
            </Link>
          ) : (
            <bdi dir="ltr">{phoneWords(phone.number, withDigits)}</bdi>
          )}
          {phone.label !== '' && <Small>{phone.label}</Small>}
          {!phone.safeToCall && <NotSafe />}
        </Row>
      ))}
    </Stack>
  )
}

function NotSafe() {
  const t = useWords()
  return (
    <Mark shape="crisis" tone="crisis">
      {t('people.phone.notSafe')}
    </Mark>
  )
}

function addressOf({ address }: PersonCardAnswer, language: Language): string {
  const parts = address ? [address.lines, address.area, address.postalCode].filter(Boolean) : []
  return parts.join(language === 'fa' ? '، ' : ', ')
}
