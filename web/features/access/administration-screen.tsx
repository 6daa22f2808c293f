import type { ReactNode } from 'react'
import { usePlace } from '../../platform/place.ts'
import { hasRole, useMe } from '../../platform/me.tsx'
import { useWords } from '../../platform/words.tsx'
import { Card } from '../../ui/card.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

/** Where is what the agency is run by? */
export function AdministrationScreen() {
  const t = useWords()
  const me = useMe()
  usePlace(t('app.nav.administration'))
  return (
    <Page>
      <PageHeader title={t('app.nav.administration')}>{me.agency.name}</PageHeader>
      <Stack gap="small">
        {hasRole(me, 'administrator') && (
          <>
            <Entry href="/administration/workers" title={t('access.workers')}>
              {t('access.workers.what')}
            </Entry>
            <Entry href="/administration/programmes" title={t('intake.programmes')}>
              {t('intake.programmes.what')}
            </Entry>
            <Entry href="/administration/instruments" title={t('assessment.instruments')}>
              {t('assessment.instruments.what')}
            </Entry>
            <Entry href="/administration/organisation" title={t('access.organisation')}>
              {t('access.organisation.what')}
            </Entry>
            <Entry href="/administration/machines" title={t('access.tokens')}>
              {t('access.tokens.what')}
            </Entry>
          </>
        )}
        {hasRole(me, 'auditor') && (
          <Entry href="/administration/audit" title={t('audit.title')}>
            {t('audit.what')}
          </Entry>
        )}
      </Stack>
    </Page>
  )
}

function Entry({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <Card>
      <h2>
        <Link href={href}>{title}</Link>
      </h2>
      <p>{children}</p>
    </Card>
  )
}
