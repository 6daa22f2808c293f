import { readPerson } from '@peyvand/domain/people/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam, useSearchWord } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { AlsoRegistered } from './also-registered.tsx'
import { PersonCard } from './person-card.tsx'

/** Who is this, and how is he or she reached without doing harm? */
export function PersonScreen() {
  const t = useWords()
  const personId = useParam('personId')
  const [caseId] = useSearchWord('case')
  const [requestId] = useSearchWord('request')
  const card = useEndpoint(readPerson, { params: { personId } })
  const above = caseId
    ? { title: t('people.backToFamily'), href: `/cases/${caseId}/family` }
    : requestId
      ? { title: t('people.backToRequest'), href: `/requests/${requestId}` }
      : { title: t('app.nav.requests'), href: '/requests' }
  usePlace(card.data ? fullName(card.data) : t('people.card'), [above])
  if (isAbsent(card.error)) return <NotFoundPage />
  return (
    <Page>
      <PageHeader
        title={card.data ? <bdi>{fullName(card.data)}</bdi> : t('people.card')}
        actions={<PrintButton />}
      />
      <Stack>
        <PersonCard personId={personId} title={t('people.card.about')} />
        <AlsoRegistered personId={personId} />
      </Stack>
    </Page>
  )
}
