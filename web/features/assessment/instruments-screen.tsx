import { listInstruments, retireInstrument } from '@peyvand/domain/assessment/contract.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { hasRole, useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Code, Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ImportInstrument } from './import-instrument.tsx'
import { InWords } from './in-words.tsx'
import type { InstrumentRow } from './types.ts'

/** Which questionnaires does the agency use, and under which terms? */
export function InstrumentsScreen() {
  const t = useWords()
  const me = useMe()
  usePlace(t('assessment.instruments'), [
    { title: t('app.nav.administration'), href: '/administration' },
  ])
  const list = useEndpoint(listInstruments)
  const [isImporting, setImporting] = useState(false)
  const mayImport = hasRole(me, 'administrator')
  return (
    <Page>
      <PageHeader
        title={t('assessment.instruments')}
        actions={
          mayImport && (
            <Button look="primary" icon="upload" onPress={() => setImporting(true)}>
              {t('assessment.import')}
            </Button>
          )
        }
      >
        {t('assessment.instruments.what')}
      </PageHeader>
      {!list.data ? (
        list.error ? (
          <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Skeleton lines={6} />
        )
      ) : list.data.instruments.length === 0 ? (
        <EmptyState icon="list" title={t('assessment.instruments.empty')}>
          {t('assessment.instruments.emptyNext')}
        </EmptyState>
      ) : (
        <Stack gap="small">
          {list.data.instruments.map((row) => (
            <InstrumentCard key={row.id} row={row} mayRetire={mayImport} />
          ))}
        </Stack>
      )}
      {isImporting && <ImportInstrument onClose={() => setImporting(false)} />}
    </Page>
  )
}

function InstrumentCard({ row, mayRetire }: { row: InstrumentRow; mayRetire: boolean }) {
  const t = useWords()
  const problemWords = useProblemWords()
  const { settings } = useLocale()
  const { formatDay, dayOfInstant, withDigits } = useFormats()
  const retire = useCommand(retireInstrument, { stale: [listInstruments] })
  const isRetired = row.retiredAt !== null
  const change = (retired: boolean, version: number) =>
    void retire.run({ params: { instrumentId: row.id }, input: { version, retired } }).then(
      (now) =>
        showToast({
          message: t(retired ? 'assessment.retired' : 'assessment.unretired'),
          onUndo: () => change(!retired, now.version),
        }),
      (problem: unknown) => showToast({ message: problemWords(problem).sentence, look: 'problem' }),
    )
  const unvalidated = Object.entries(row.translation).flatMap(([tag, is]) =>
    is === 'unvalidated' ? [tag] : [],
  )
  return (
    <Card element="article">
      <Stack gap="tight">
        <Row spread align="start">
          <h2>{settings.language === 'fa' ? row.titleFa : row.titleEn}</h2>
          <Row>
            {isRetired ? (
              <StateMark state="refused" bare>
                {t('assessment.notInUse')}
              </StateMark>
            ) : row.current ? (
              <StateMark state="done" bare>
                {t('assessment.inUse')}
              </StateMark>
            ) : (
              <StateMark state="ahead" bare>
                {t('assessment.olderEdition')}
              </StateMark>
            )}
            {mayRetire && (
              <Button
                size="small"
                look="quiet"
                isPending={retire.isPending}
                onPress={() => change(!isRetired, row.version)}
              >
                {t(isRetired ? 'assessment.unretire' : 'assessment.retire')}
              </Button>
            )}
          </Row>
        </Row>
        <p>
          <InWords text={row.purpose} />
        </p>
        <Facts
          facts={[
            <Code key="code">{row.code}</Code>,
            t('assessment.edition', { edition: withDigits(row.edition) }),
            t('assessment.readBy', { group: t(`assessment.group.${row.dataGroup}`) }),
            t(row.scored ? 'assessment.scored' : 'assessment.notScored'),
            t('assessment.since', { day: formatDay(dayOfInstant(row.createdAt)) }),
          ]}
        />
        {unvalidated.length > 0 && (
          <Row>
            {unvalidated.map((tag) => (
              <Tag key={tag}>{t('assessment.unvalidatedIn', { language: tag })}</Tag>
            ))}
          </Row>
        )}
        <Small>
          <InWords text={row.licence} />
        </Small>
      </Stack>
    </Card>
  )
}
