import { nameOwnOrganisation, readOwnOrganisation } from '@peyvand/domain/agency/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useDeferredValue, useState } from 'react'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'

type Own = AnswerOf<typeof readOwnOrganisation>
type Organisation = Own['choices'][number]

/** Which organisation of the directory are we, so that another agency's client can let us in? */
export function OwnOrganisationScreen() {
  const t = useWords()
  usePlace(t('access.organisation'), [
    { title: t('app.nav.administration'), href: '/administration' },
  ])
  const found = useEndpoint(readOwnOrganisation, { query: {} })
  return (
    <Page>
      <PageHeader title={t('access.organisation')}>{t('access.organisation.what')}</PageHeader>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {found.data &&
        (found.data.choices.length === 0 && found.data.organisation === null ? (
          <EmptyState
            icon="link"
            title={t('access.organisation.none')}
            action={<ButtonLink href="/services/new">{t('access.organisation.enter')}</ButtonLink>}
          >
            {t('access.organisation.noneHow')}
          </EmptyState>
        ) : (
          <OwnOrganisation key={found.data.version} own={found.data} />
        ))}
    </Page>
  )
}

function OwnOrganisation({ own }: { own: Own }) {
  const t = useWords()
  const name = useCommand(nameOwnOrganisation, { stale: [readOwnOrganisation] })
  const [chosen, setChosen] = useState<Organisation | null>(own.organisation)
  const send = async () => {
    await name.run({ input: { organisationId: chosen?.id ?? null, version: own.version } })
    showToast({ message: t('access.organisation.saved') })
  }
  const isSame = chosen?.id === own.organisation?.id
  return (
    <Form
      problem={name.problem}
      onSubmit={() => void send().catch(() => undefined)}
      label={t('access.organisation')}
    >
      <OrganisationChoice choices={own.choices} value={chosen} onChange={setChosen} />
      <FormActions>
        <Button
          type="submit"
          look="primary"
          isPending={name.isPending}
          lockedBecause={isSame ? t('access.organisation.same') : undefined}
        >
          {t('access.organisation.save')}
        </Button>
      </FormActions>
    </Form>
  )
}

interface OrganisationChoiceProps {
  choices: readonly Organisation[]
  value: Organisation | null
  onChange: (organisation: Organisation | null) => void
}

/** The organisations this agency keeps; where they are many, those the typed words find. */
function OrganisationChoice({ choices, value, onChange }: OrganisationChoiceProps) {
  const t = useWords()
  const [written, setWritten] = useState<string>()
  const typed = written ?? value?.name ?? ''
  const words = useDeferredValue(typed === value?.name ? '' : typed.trim())
  const found = useEndpoint(readOwnOrganisation, { query: words ? { words } : {} })
  const offered = new Map((found.data?.choices ?? choices).map((one) => [one.id, one]))
  if (value) offered.set(value.id, value)
  return (
    <ComboBox
      label={t('access.organisation.ours')}
      hint={t('access.organisation.oursHint')}
      name="organisationId"
      options={[...offered.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      inputValue={typed}
      onInputChange={setWritten}
      isLoading={found.isFetching}
      onChange={(id) => {
        onChange(id ? (offered.get(id) ?? null) : null)
        // What was chosen is shown by its whole name, not by the few letters that found it.
        if (id) setWritten(undefined)
      }}
    />
  )
}
