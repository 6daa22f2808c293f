import { isAbsent } from '../platform/api-problem.ts'
import { usePlace } from '../platform/place.ts'
import { useWords } from '../platform/words.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/layout.tsx'
import { NotFoundPage } from '../ui/not-found-page.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** A page that could not be shown; what hides and what is absent are told alike. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useWords()
  usePlace(t('app.broken'))
  if (isAbsent(error)) return <NotFoundPage />
  return (
    <Page>
      <PageHeader title={t('app.broken')} />
      <ErrorState problem={error} onRetry={() => location.reload()} />
    </Page>
  )
}
