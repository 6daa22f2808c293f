import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { nameOfPerson } from './family-rows.ts'
import type { Family, Tie } from './family-rows.ts'
import { TieDialog } from './tie-dialog.tsx'
import { usePeriodWords } from './use-period-words.ts'

interface TiesSectionProps {
  caseId: string
  family: Family
}

/** What the family has to do with outside: how strong, how tense, and who gives to whom. */
export function TiesSection({ caseId, family }: TiesSectionProps) {
  const t = useWords()
  const periodWords = usePeriodWords()
  const [editing, setEditing] = useState<{ tie?: Tie }>()
  return (
    <Section
      title={t('people.ties')}
      aside={
        family.mayChange && (
          <Button icon="plus" onPress={() => setEditing({})}>
            {t('people.tie.add')}
          </Button>
        )
      }
    >
      <DataTable<Tie>
        label={t('people.ties')}
        rows={family.ties}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="link" title={t('people.ties.none')}>
            {t('people.ties.noneNext')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            title: t('people.tie.with'),
            isHead: true,
            cell: (tie) => (
              <>
                <bdi>{tie.name}</bdi> <Small>{t(`people.system.${tie.system}`)}</Small>
              </>
            ),
          },
          {
            key: 'whose',
            title: t('people.tie.whose'),
            cell: (tie) =>
              tie.personId === null ? (
                t('people.tie.household')
              ) : (
                <bdi>{nameOfPerson(family, tie.personId)}</bdi>
              ),
          },
          {
            key: 'strength',
            title: t('people.tie.strength'),
            cell: (tie) => (
              <Row>
                {t(`people.strength.${tie.strength}`)}
                {tie.tension && (
                  <Mark shape="watch" tone="watch" bare>
                    {t('people.tie.tense')}
                  </Mark>
                )}
              </Row>
            ),
          },
          {
            key: 'energy',
            title: t('people.tie.energy'),
            wideOnly: true,
            cell: (tie) => <Small>{t(`people.energy.${tie.energy}`)}</Small>,
          },
          {
            key: 'period',
            title: t('people.period'),
            wideOnly: true,
            cell: (tie) => <Small>{periodWords(tie)}</Small>,
          },
          {
            key: 'act',
            title: t('people.act'),
            cell: (tie) =>
              family.mayChange && (
                <IconButton
                  icon="edit"
                  size="small"
                  label={t('people.tie.correct')}
                  onPress={() => setEditing({ tie })}
                />
              ),
          },
        ]}
      />
      {editing && (
        <TieDialog
          caseId={caseId}
          family={family}
          {...(editing.tie ? { tie: editing.tie } : {})}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}
