import { searchCaseFile } from '@peyvand/domain/finding/contract.ts'
import { useEndpointWhen } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { HitList } from './hit-list.tsx'
import { SearchForm } from './search-form.tsx'

/** Where in this file do these words stand? */
export function CaseSearchScreen() {
  const t = useWords()
  return (
    <CaseFrame current="search" title={t('finding.inFile')} saysTitle>
      {(file) => <InFile caseId={file.id} />}
    </CaseFrame>
  )
}

function InFile({ caseId }: { caseId: string }) {
  const t = useWords()
  const [words = '', setWords] = useSearchWord('words')
  const search = useEndpointWhen(words !== '', searchCaseFile, {
    params: { caseId },
    query: { words: words || '-' },
  })
  return (
    <Stack>
      <SearchForm words={words} onSearch={setWords} />
      {words === '' ? (
        <Small>{t('finding.startNext')}</Small>
      ) : search.error ? (
        <ErrorState problem={search.error} onRetry={() => void search.refetch()} />
      ) : search.data ? (
        <>
          <div role="status">
            {search.data.hits.length === 0 ? (
              <EmptyState icon="search" title={t('finding.nothing')}>
                {t('finding.nothingNext')}
              </EmptyState>
            ) : (
              <Small>
                {t(search.data.more ? 'finding.newest' : 'finding.found', {
                  count: search.data.hits.length,
                })}
              </Small>
            )}
          </div>
          <HitList hits={search.data.hits} inOneCase />
          {search.data.more && <Small>{t('finding.more')}</Small>}
        </>
      ) : (
        <Skeleton lines={4} />
      )}
      {words !== '' && (
        <Small>
          <Link href={`/search?words=${encodeURIComponent(words)}`}>{t('finding.inAll')}</Link>
        </Small>
      )}
    </Stack>
  )
}
