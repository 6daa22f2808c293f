import { changeService, listServices, readService } from '@peyvand/domain/directory/contract.ts'
import { useDraft } from '../../platform/drafts.ts'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo, useParam } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { OwnServiceForm } from './own-service-form.tsx'
import { ownServiceOf, sentOf } from './own-service.ts'
import type { Service } from './types.ts'

export function ChangeServiceScreen() {
  const t = useWords()
  const serviceId = useParam('serviceId')
  const found = useEndpoint(readService, { params: { serviceId } })
  usePlace(t('directory.form.change'), [
    { title: t('directory.title'), href: '/services' },
    { title: found.data?.name ?? '', href: `/services/${serviceId}` },
  ])
  if (found.data) return <ChangeService service={found.data} />
  return (
    <Page>
      {found.error ? (
        <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={10} heading />
      )}
    </Page>
  )
}

function ChangeService({ service }: { service: Service }) {
  const t = useWords()
  const go = useGo()
  const draft = useDraft(
    `directory.service.${service.id}.${service.version}`,
    ownServiceOf(service),
  )
  const change = useCommand(changeService, { stale: [readService, listServices] })
  const placeKept = service.secretPlaces.length > 0 && service.places.length === 0
  const href = `/services/${service.id}`
  const send = async () => {
    const { place, ...input } = sentOf(draft.value)
    await change.run({
      params: { serviceId: service.id },
      input: { ...input, ...(placeKept ? {} : { place }), version: service.version },
    })
    await draft.discard()
    showToast({ message: t('directory.form.saved') })
    go(href)
  }
  return (
    <Page>
      <Stack>
        <PageHeader title={t('directory.form.change')}>
          <bdi>{service.organisation.name}</bdi>
        </PageHeader>
        <OwnServiceForm
          value={draft.value}
          onChange={draft.change}
          onSubmit={() => void send().catch(() => undefined)}
          problem={change.problem}
          isPending={change.isPending}
          act={t('directory.form.save')}
          isNew={false}
          placeKept={placeKept}
          aside={
            <ButtonLink href={href} look="quiet">
              {t('ui.goBack')}
            </ButtonLink>
          }
        />
      </Stack>
    </Page>
  )
}
