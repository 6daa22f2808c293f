import { searchMyFiles } from '@peyvand/domain/finding/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useState } from 'react'
import { usePlace } from '../../platform/place.ts'
import { useEndpointWhen } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { HitList } from './hit-list.tsx'
import { SearchForm } from './search-form.tsx'

/** Where did I read that? Over all files of mine. */
export function SearchScreen() {
  const t = useWords()
  const [words = '', setWords] = useSearchWord('words')
  usePlace(t('finding.title'))
  return (
    <Page>
      <Stack>
        <PageHeader title={t('finding.question')} />
        <SearchForm words={words} onSearch={setWords} />
        {words === '' ? (
          <EmptyState icon="search" title={t('finding.start')}>
            {t('finding.startNext')}
          </EmptyState>
        ) : (
          <Results key={words} words={words} />
        )}
      </Stack>
    </Page>
  )
}

type Answer = AnswerOf<typeof searchMyFiles>

function Results({ words }: { words: string }) {
  const t = useWords()
  const [earlier, setEarlier] = useState<readonly Answer[]>([])
  const before = earlier.at(-1)?.before ?? undefined
  const search = useEndpointWhen(true, searchMyFiles, {
    query: { words, ...(before ? { before } : {}) },
  })
  if (search.error) {
    return <ErrorState problem={search.error} onRetry={() => void search.refetch()} />
  }
  if (!search.data) return <Skeleton lines={5} />
  const answers = [...earlier, search.data]
  const hits = answers.flatMap((answer) => answer.hits)
  const present = search.data
  const more = answers.some((answer) => answer.more)
  return (
    <Stack>
      <div role="status">
        {hits.length === 0 ? (
          <EmptyState icon="search" title={t('finding.nothing')}>
            {t('finding.nothingNext')}
          </EmptyState>
        ) : (
          <Small>{t(more ? 'finding.newest' : 'finding.found', { count: hits.length })}</Small>
        )}
      </div>
      <HitList hits={hits} inOneCase={false} />
      {more && <Small>{t('finding.more')}</Small>}
      {present.before !== null && (
        <Row>
          <Button onPress={() => setEarlier(answers)}>{t('finding.older')}</Button>
        </Row>
      )}
    </Stack>
  )
}
