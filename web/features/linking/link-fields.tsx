import { parseDate } from '@internationalized/date'
import { readSignInWays } from '@peyvand/domain/access/contract.ts'
import { mostLinkDays, usualLinkDays } from '@peyvand/domain/linking/link-expiry.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useEndpoint } from '../../platform/query.ts'
import type { Language } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'

const languages = ['fa', 'en'] as const

/** How a link reaches whoever it is for, and until when it opens. */
export interface LinkWay {
  how: 'paper' | 'mail'
  email: string
  language: Language
  expiresOn: string | null
}

/** The usual way: on paper, for thirty days. */
export function useLinkWay(language: Language) {
  const { today } = useLocale()
  return useState<LinkWay>(() => ({
    how: 'paper',
    email: '',
    language,
    expiresOn: parseDate(today).add({ days: usualLinkDays }).toString(),
  }))
}

interface FieldsProps {
  value: LinkWay
  onChange: (way: LinkWay) => void
}

/** On paper, or by mail where there is a mail server. */
export function LinkHow({ value, onChange }: FieldsProps) {
  const t = useWords()
  const ways = useEndpoint(readSignInWays)
  if (!ways.data?.mails) return null
  return (
    <RadioGroup
      label={t('linking.letter.how')}
      look="across"
      options={[
        { value: 'paper', label: t('linking.letter.how.paper') },
        { value: 'mail', label: t('linking.letter.how.mail') },
      ]}
      value={value.how}
      onChange={(how) => onChange({ ...value, how })}
    />
  )
}

/** Where a mailed link goes, and in which language. */
export function LinkAddress({ value, onChange, hint }: FieldsProps & { hint: string }) {
  const t = useWords()
  return (
    <>
      <TextField
        label={t('linking.letter.email')}
        hint={hint}
        name="email"
        type="email"
        direction="ltr"
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
        maxLength={200}
        isRequired
      />
      <RadioGroup
        label={t('linking.letter.mailLanguage')}
        look="across"
        options={languages.map((each) => ({ value: each, label: t(`app.language.${each}`) }))}
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
      />
    </>
  )
}

/** The last day on which it opens. */
export function LinkExpiry({ value, onChange }: FieldsProps) {
  const t = useWords()
  const { today } = useLocale()
  return (
    <DayField
      label={t('linking.letter.expires')}
      hint={t('linking.letter.expiresHint', { days: mostLinkDays })}
      name="expiresOn"
      value={value.expiresOn}
      onChange={(expiresOn) => onChange({ ...value, expiresOn })}
      min={today}
      max={parseDate(today).add({ days: mostLinkDays }).toString()}
      isRequired
    />
  )
}
