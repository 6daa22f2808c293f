import { useState } from 'react'
import { addService, listServices } from '@peyvand/domain/directory/contract.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { usePlace } from '../../platform/place.ts'
import { useCommand } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { showToast } from '../../ui/toast.tsx'
import { OwnServiceForm } from './own-service-form.tsx'
import { emptyOwnService, sentOf } from './own-service.ts'

/** A service a worker knows, formal or not: written once, found by all who may. */
export function AddServiceScreen() {
  const t = useWords()
  const go = useGo()
  const { settings } = useLocale()
  const title = t('directory.form.add')
  usePlace(title, [{ title: t('directory.title'), href: '/services' }])
  const [ids] = useState(() => ({ service: newId(), organisation: newId() }))
  const draft = useDraft('directory.service', emptyOwnService(settings.language))
  const add = useCommand(addService, { stale: [listServices] })
  const send = async () => {
    const { value } = draft
    await add.run({
      input: {
        ...sentOf(value),
        id: ids.service,
        kind: value.kind,
        organisation: { id: ids.organisation, name: value.organisation },
      },
    })
    await draft.discard()
    showToast({ message: t('directory.form.added', { name: value.name }) })
    go(`/services/${ids.service}`)
  }
  return (
    <Page>
      <Stack>
        <PageHeader title={title} />
        <OwnServiceForm
          value={draft.value}
          onChange={draft.change}
          onSubmit={() => void send().catch(() => undefined)}
          problem={add.problem}
          isPending={add.isPending}
          act={t('directory.form.send')}
          isNew
        />
      </Stack>
    </Page>
  )
}
