import { Refused } from '../platform/api-problem.ts'
import { usePlace } from '../platform/place.ts'
import { useWords } from '../platform/words.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** A page that could not be shown; what hides and what is absent are told alike. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useWords()
  usePlace(t('app.broken'))
  if (error instanceof Refused && error.code === 'not_found') return <NotFoundPage />
  return (
    <Page>
      <PageHeader title={t('app.broken')} />
      <ErrorState problem={error} onRetry={() => location.reload()} />
    </Page>
  )
}
