import { kinWord } from '@peyvand/domain/people/kinship.ts'
import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Small } from '../../ui/layout.tsx'
import { nameOfPerson, personOf, presentQuality } from './family-rows.ts'
import type { Family, Relationship } from './family-rows.ts'
import { QualityDialog } from './quality-dialog.tsx'
import { RelationshipDialog } from './relationship-dialog.tsx'
import { usePeriodWords } from './use-period-words.ts'

interface RelationshipsSectionProps {
  caseId: string
  family: Family
}

/** Who is what to whom, and how it is felt as this case heard it. */
export function RelationshipsSection({ caseId, family }: RelationshipsSectionProps) {
  const t = useWords()
  const periodWords = usePeriodWords()
  const [editing, setEditing] = useState<{ relationship?: Relationship }>()
  const [judging, setJudging] = useState<Relationship>()
  const add = (
    <Button
      icon="plus"
      onPress={() => setEditing({})}
      lockedBecause={family.people.length < 2 ? t('people.relationship.needsTwo') : undefined}
    >
      {t('people.relationship.add')}
    </Button>
  )
  const kinOf = (row: Relationship, end: 'person' | 'other') => {
    const person = personOf(family, end === 'person' ? row.personId : row.otherId)
    return t(`people.kin.${kinWord(row.kind, end, person?.sex ?? 'unknown')}`)
  }
  return (
    <Section title={t('people.relationships')} aside={family.mayChange && add}>
      <DataTable<Relationship>
        label={t('people.relationships')}
        rows={family.relationships}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="people" title={t('people.relationships.none')}>
            {t('people.relationships.noneNext')}
          </EmptyState>
        }
        columns={[
          {
            key: 'person',
            title: t('people.family.name'),
            isHead: true,
            cell: (row) => <bdi>{nameOfPerson(family, row.personId)}</bdi>,
          },
          { key: 'kind', title: t('people.relationship.is'), cell: (row) => kinOf(row, 'person') },
          {
            key: 'other',
            title: t('people.relationship.of'),
            cell: (row) => (
              <>
                <bdi>{nameOfPerson(family, row.otherId)}</bdi>{' '}
                <Small>({kinOf(row, 'other')})</Small>
              </>
            ),
          },
          {
            key: 'period',
            title: t('people.period'),
            wideOnly: true,
            cell: (row) => <Small>{periodWords(row)}</Small>,
          },
          {
            key: 'quality',
            title: t('people.quality'),
            cell: (row) => {
              const quality = presentQuality(family, row.id)
              const words = quality ? t(`people.quality.${quality.quality}`) : ''
              if (!family.mayChange) return words
              return (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={
                    words === ''
                      ? t('people.quality.of', {
                          name: nameOfPerson(family, row.personId),
                          other: nameOfPerson(family, row.otherId),
                        })
                      : undefined
                  }
                  onPress={() => setJudging(row)}
                >
                  {words || t('people.quality.add')}
                </Button>
              )
            },
          },
          {
            key: 'act',
            title: t('people.act'),
            cell: (row) =>
              family.mayChange && (
                <IconButton
                  icon="edit"
                  size="small"
                  label={t('people.relationship.correct')}
                  onPress={() => setEditing({ relationship: row })}
                />
              ),
          },
        ]}
      />
      {editing && (
        <RelationshipDialog
          caseId={caseId}
          family={family}
          {...(editing.relationship ? { relationship: editing.relationship } : {})}
          onClose={() => setEditing(undefined)}
        />
      )}
      {judging && (
        <QualityDialog
          caseId={caseId}
          family={family}
          relationship={judging}
          onClose={() => setJudging(undefined)}
        />
      )}
    </Section>
  )
}
