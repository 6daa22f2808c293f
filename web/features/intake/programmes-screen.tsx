import { listPracticeModels } from '@peyvand/domain/agency/contract.ts'
import { readProgrammeSettings } from '@peyvand/domain/intake/contract.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DeskList } from './desk-list.tsx'
import { PlacesLine } from './places-line.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import styles from './programmes-screen.module.css'
import type { Programme } from './settings-rows.ts'
import { useRuleWords } from './use-rule-words.ts'

/** What do we offer, to whom, and who receives them? */
export function ProgrammesScreen() {
  const t = useWords()
  usePlace(t('intake.programmes'), [
    { title: t('app.nav.administration'), href: '/administration' },
  ])
  const nameIn = useLocalName()
  const { settings } = useLocale()
  const found = useEndpoint(readProgrammeSettings)
  const [withEnded, setWithEnded] = useState(false)
  const programmes = found.data?.programmes ?? []
  const shown = programmes
    .filter(({ ended }) => withEnded || !ended)
    .toSorted((one, other) => nameIn(one).localeCompare(nameIn(other), settings.language))
  return (
    <Page>
      <Stack>
        <PageHeader
          title={t('intake.programmes')}
          actions={
            <Sheet
              title={t('intake.programmes.add')}
              trigger={
                <Button look="primary" icon="plus">
                  {t('intake.programmes.add')}
                </Button>
              }
            >
              {(close) => <ProgrammeForm onDone={close} />}
            </Sheet>
          }
        >
          {t('intake.programmes.what')}
        </PageHeader>
        {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton lines={10} />}
        {found.data && shown.length === 0 && (
          <EmptyState icon="book" title={t('intake.programmes.none')}>
            {t('intake.programmes.noneNext')}
          </EmptyState>
        )}
        {programmes.some(({ ended }) => ended) && (
          <Switch isSelected={withEnded} onChange={setWithEnded}>
            {t('intake.programmes.withEnded')}
          </Switch>
        )}
        {shown.map((programme) => (
          <ProgrammeCard key={programme.id} programme={programme} />
        ))}
      </Stack>
    </Page>
  )
}

function ProgrammeCard({ programme }: { programme: Programme }) {
  const t = useWords()
  const nameIn = useLocalName()
  const ruleWords = useRuleWords()
  const models = useEndpoint(listPracticeModels)
  const model = models.data?.practiceModels.find(({ id }) => id === programme.practiceModelId)
  const { capacity, open, waiting } = programme
  const left = capacity === null ? null : Math.max(0, capacity - open)
  return (
    <Section
      title={nameIn(programme)}
      aside={
        <Sheet
          title={t('intake.programmes.change', { name: nameIn(programme) })}
          trigger={
            <Button size="small" look="quiet" icon="edit">
              {t('ui.edit')}
            </Button>
          }
        >
          {(close) => (
            <ProgrammeForm key={programme.version} programme={programme} onDone={close} />
          )}
        </Sheet>
      }
    >
      <Stack gap="small">
        <Row>
          {programme.ended && <Tag icon="signout">{t('intake.programmes.ended')}</Tag>}
          {programme.confidential && <Tag icon="lock">{t('intake.programmes.confidential')}</Tag>}
          <Facts
            facts={[
              <PlacesLine key="places" places={{ capacity, open, left, waiting }} />,
              model && t('intake.programmes.usually', { model: nameIn(model) }),
            ]}
          />
        </Row>
        {programme.rules.length === 0 ? (
          <p>{t('intake.rules.none')}</p>
        ) : (
          <ul className={styles.rules}>
            {programme.rules.map((rule) => (
              <li key={rule.id}>{ruleWords(rule)}</li>
            ))}
          </ul>
        )}
        <DeskList programme={programme} />
      </Stack>
    </Section>
  )
}
