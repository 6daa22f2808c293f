import { useState } from 'react'
import type { NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { needDomains } from '@peyvand/domain/assessment/grid.ts'
import { useGo, usePath, useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { FieldRow, Row, Small, Stack } from '../../ui/layout.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguageName, useLanguageOptions, useNeedOptions } from './directory-words.ts'

type Filter = ReturnType<typeof useServiceFilter>

/** What the list is narrowed to; it stands in the address, so that it can be kept and sent. */
export function useServiceFilter() {
  const [words, setWords] = useSearchWord('words')
  const [need, setNeed] = useSearchWord('for')
  const [area, setArea] = useSearchWord('area')
  const [language, setLanguage] = useSearchWord('language')
  const [free, setFree] = useSearchWord('free')
  const [kind, setKind] = useSearchWord('kind')
  const [closed, setClosed] = useSearchWord('closed')
  const domain = needDomains.find((one) => one === need)
  const query = {
    ...(words ? { words } : {}),
    ...(domain ? { domain } : {}),
    ...(area ? { area } : {}),
    ...(language && /^[a-z]{2,3}$/.test(language) ? { language } : {}),
    ...(free ? { free: 'true' } : {}),
    ...(kind === 'informal' ? { kind: 'informal' as const } : {}),
    ...(closed ? { closed: 'true' } : {}),
  }
  return {
    query,
    isNarrowed: Object.keys(query).length > 0,
    setWords,
    setNeed: (chosen: NeedDomain | undefined) => setNeed(chosen),
    setArea,
    setLanguage,
    setFree,
    setKind,
    setClosed,
  }
}

export function ServiceFilters({ filter }: { filter: Filter }) {
  const t = useWords()
  const { query } = filter
  const needs = useNeedOptions()
  const languages = useLanguageOptions()
  const go = useGo()
  const path = usePath()
  // What was typed goes with the conditions when all of them are taken off.
  const [round, setRound] = useState(0)
  const toggle = (set: (value: string | undefined) => void, value: string) => (on: boolean) =>
    set(on ? value : undefined)
  return (
    <Stack gap="small">
      <div data-print="never" key={round}>
        <Stack gap="small">
          <FieldRow>
            <SearchField
              label={t('directory.search')}
              placeholder={t('directory.search.hint')}
              defaultValue={query.words ?? ''}
              onSubmit={filter.setWords}
              onClear={() => filter.setWords(undefined)}
              onBlur={(event) => filter.setWords((event.target as HTMLInputElement).value)}
            />
            <ComboBox
              label={t('directory.filter.need')}
              placeholder={t('directory.filter.anyNeed')}
              options={needs}
              value={query.domain ?? null}
              onChange={(domain) => filter.setNeed(domain ?? undefined)}
            />
            <TextField
              label={t('directory.filter.area')}
              placeholder={t('directory.filter.area.hint')}
              defaultValue={query.area ?? ''}
              onBlur={(event) => filter.setArea((event.target as HTMLInputElement).value.trim())}
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  filter.setArea((event.target as HTMLInputElement).value.trim())
                }
              }}
            />
            <ComboBox
              label={t('directory.filter.language')}
              options={languages}
              value={query.language ?? null}
              onChange={(language) => filter.setLanguage(language ?? undefined)}
            />
          </FieldRow>
          <Row>
            <Chip isSelected={query.free !== undefined} onChange={toggle(filter.setFree, '1')}>
              {t('directory.filter.free')}
            </Chip>
            <Chip
              isSelected={query.kind !== undefined}
              onChange={toggle(filter.setKind, 'informal')}
            >
              {t('directory.filter.informal')}
            </Chip>
            <Chip isSelected={query.closed !== undefined} onChange={toggle(filter.setClosed, '1')}>
              {t('directory.filter.closed')}
            </Chip>
          </Row>
        </Stack>
      </div>
      {filter.isNarrowed && (
        <FilterSentence
          filter={filter}
          onClear={() => {
            go(path, { replace: true })
            setRound(round + 1)
          }}
        />
      )}
    </Stack>
  )
}

/** What is shown, as a sentence; it is printed with the list. */
function FilterSentence({ filter, onClear }: { filter: Filter; onClear: () => void }) {
  const t = useWords()
  const languageName = useLanguageName()
  const { formatList } = useFormats()
  const { words, domain, area, language, free, kind, closed } = filter.query
  const parts = [
    words && t('directory.shown.words', { words }),
    domain && t('directory.shown.need', { need: t(`directory.need.${domain}`) }),
    area && t('directory.shown.area', { area }),
    language && t('directory.shown.language', { language: languageName(language) }),
    free && t('directory.shown.free'),
    kind && t('directory.shown.informal'),
    closed && t('directory.shown.closed'),
  ].filter((part) => part !== undefined)
  return (
    <Row>
      <Small>{t('directory.shown', { parts: formatList(parts) })}</Small>
      <Button look="link" onPress={onClear}>
        {t('directory.showAll')}
      </Button>
    </Row>
  )
}
