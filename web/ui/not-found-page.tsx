import { usePlace } from '../platform/place.ts'
import { useWords } from '../platform/words.tsx'
import { EmptyState } from './empty-state.tsx'
import { Page } from './layout.tsx'
import { ButtonLink } from './link.tsx'
import { PageHeader } from './page-header.tsx'

/** Nothing at this address, or nothing for this reader: the two are told alike. */
export function NotFoundPage() {
  const t = useWords()
  usePlace(t('app.notFound'))
  return (
    <Page>
      <PageHeader title={t('app.notFound')} />
      <EmptyState
        icon="search"
        title={t('app.notFound.why')}
        action={
          <ButtonLink href="/" look="primary">
            {t('app.backToToday')}
          </ButtonLink>
        }
      >
        {t('app.notFound.mend')}
      </EmptyState>
    </Page>
  )
}
