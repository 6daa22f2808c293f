import { compareScores } from '@peyvand/domain/assessment/compare-scores.ts'
import { scoreWaits } from '@peyvand/domain/assessment/protocol.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Level, Mark } from '../../ui/level.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { nameOf } from '../cases/names.ts'
import { InformantWords } from './assessment-head.tsx'
import styles from './findings.module.css'
import { InWords } from './in-words.tsx'
import type { AssessmentList, AssessmentRow } from './types.ts'

interface AssessmentsSectionProps {
  caseId: string
  list: AssessmentList
  onStart: (() => void) | undefined
}

/** Every administration, newest first, each with its score and what it means. */
export function AssessmentsSection({ caseId, list, onStart }: AssessmentsSectionProps) {
  const t = useWords()
  const rows = list.assessments.filter(({ status }) => status !== 'entered_in_error')
  const withdrawn = list.assessments.filter(({ status }) => status === 'entered_in_error')
  return (
    <Section title={t('assessment.list')} bare>
      {rows.length === 0 ? (
        <EmptyState
          icon="list"
          title={t('assessment.list.empty')}
          action={onStart && <Button onPress={onStart}>{t('assessment.start')}</Button>}
        >
          {t('assessment.list.emptyNext')}
        </EmptyState>
      ) : (
        <ul className={styles.cards}>
          {rows.map((row) => (
            <AssessmentCard key={row.id} caseId={caseId} row={row} last={lastOf(list, row)} />
          ))}
        </ul>
      )}
      {withdrawn.length > 0 && (
        <details>
          <summary>{t('assessment.list.withdrawn', { count: withdrawn.length })}</summary>
          <ul className={styles.cards}>
            {withdrawn.map((row) => (
              <AssessmentCard key={row.id} caseId={caseId} row={row} last={undefined} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

/** The completed one of the same instrument and person before this. */
function lastOf({ assessments }: AssessmentList, row: AssessmentRow): AssessmentRow | undefined {
  return assessments.find(
    (other) =>
      other.status === 'completed' &&
      other.instrument.code === row.instrument.code &&
      other.person.id === row.person.id &&
      other.id !== row.amends &&
      (other.completedAt ?? '') < (row.completedAt ?? '9'),
  )
}

interface AssessmentCardProps {
  caseId: string
  row: AssessmentRow
  last: AssessmentRow | undefined
}

function AssessmentCard({ caseId, row, last }: AssessmentCardProps) {
  const t = useWords()
  const { settings } = useLocale()
  const { formatDay, dayOfInstant } = useFormats()
  const day = formatDay(dayOfInstant(row.completedAt ?? row.startedAt))
  const isOpen = row.protocol.opened.length > 0
  return (
    <Card element="li">
      <Stack gap="tight">
        <Row spread align="start">
          <h3>
            <Link href={`/cases/${caseId}/assessment/${row.id}`} look="plain">
              {settings.language === 'fa' ? row.instrument.titleFa : row.instrument.titleEn}
            </Link>
          </h3>
          <Row>
            {isOpen && row.protocol.at === null && (
              <Level level="crisis">{t('assessment.protocol.open')}</Level>
            )}
            {row.status === 'draft' && (
              <StateMark state="underway" bare>
                {t('assessment.status.draft', { answered: row.answered, asked: row.asked })}
              </StateMark>
            )}
            {(row.status === 'amended' || row.status === 'entered_in_error') && (
              <StateMark state="refused" bare>
                {t(`assessment.status.${row.status}`)}
              </StateMark>
            )}
          </Row>
        </Row>
        {!scoreWaits(row.protocol) && <ScoreLine row={row} last={last} />}
        <Small>
          <Facts
            facts={[
              day,
              nameOf(row.person),
              <InformantWords key="informant" assessment={row} />,
              row.byName,
            ]}
          />
        </Small>
      </Stack>
    </Card>
  )
}

function ScoreLine({ row, last }: Omit<AssessmentCardProps, 'caseId'>) {
  const t = useWords()
  const { formatNumber } = useFormats()
  const scales = (row.scores?.scales ?? []).filter(({ value }) => value !== undefined)
  const results = (row.scores?.results ?? []).filter(({ finding }) => finding !== undefined)
  if (scales.length === 0 && results.length === 0) return null
  return (
    <Row gap="small">
      {scales.map(({ id, title, value, range, band }) => {
        const before = last?.scores?.scales.find((scale) => scale.id === id)?.value
        const change = before === undefined ? undefined : compareScores({}, before, value ?? 0)
        return (
          <Row key={id} align="baseline">
            <span>
              <InWords text={title} />:{' '}
              <b>
                {formatNumber(value ?? 0)} {t('assessment.score.of', { most: range.most })}
              </b>
            </span>
            {band &&
              (band.level ? (
                <Level level={band.level} bare>
                  <InWords text={band.title} />
                </Level>
              ) : (
                <InWords text={band.title} />
              ))}
            {change && change.change !== 0 && (
              <Small>
                {t(change.change > 0 ? 'assessment.score.more' : 'assessment.score.fewer', {
                  difference: Math.abs(change.change),
                })}
              </Small>
            )}
          </Row>
        )
      })}
      {scales.length === 0 &&
        results.map(({ id, finding }) => (
          <Mark key={id} shape={finding?.level ?? 'done'} tone={finding?.level ?? 'plain'} bare>
            <InWords text={finding?.title ?? {}} />
          </Mark>
        ))}
    </Row>
  )
}
