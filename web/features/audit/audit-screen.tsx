import { listColleagues } from '@peyvand/domain/agency/contract.ts'
import { readAudit } from '@peyvand/domain/audit/contract.ts'
import { onlyLooks } from '@peyvand/domain/audit/only-looks.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useState } from 'react'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint, usePages } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { hasWords, useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FieldRow, Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'

type AuditRow = AnswerOf<typeof readAudit>['rows'][number]

const rowsOf = (answer: AnswerOf<typeof readAudit>) => answer.rows

/** Who read or changed what, for the auditor: by colleague, case number and days. */
export function AuditScreen() {
  const t = useWords()
  const { formatInstant, formatList, withDigits } = useFormats()
  const [workerId, setWorker] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [caseNumber, setCaseNumber] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const colleagues = useEndpoint(listColleagues, { query: {} })
  usePlace(t('audit.title'), [{ title: t('app.nav.administration'), href: '/administration' }])
  const pages = usePages(
    readAudit,
    {
      query: {
        ...(workerId ? { workerId } : {}),
        ...(caseNumber ? { caseNumber } : {}),
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
      },
    },
    rowsOf,
  )
  return (
    <Page>
      <Stack>
        <PageHeader title={t('audit.title')} actions={<PrintButton />}>
          {t('audit.what')}
        </PageHeader>
        <FieldRow>
          <ComboBox
            label={t('audit.worker')}
            options={(colleagues.data?.colleagues ?? []).map(({ id, fullName }) => ({
              value: id,
              label: fullName,
            }))}
            value={workerId}
            onChange={setWorker}
          />
          <TextField
            label={t('audit.caseNumber')}
            value={typed}
            onChange={setTyped}
            onBlur={() => setCaseNumber(typed.trim())}
          />
          <DayField label={t('audit.from')} value={from} onChange={setFrom} />
          <DayField label={t('audit.until')} value={until} onChange={setUntil} />
        </FieldRow>
        {pages.problem != null ? (
          <ErrorState problem={pages.problem} onRetry={pages.onRetry} />
        ) : pages.isLoading && pages.rows.length === 0 ? (
          <Skeleton lines={8} />
        ) : (
          <DataTable<AuditRow>
            label={t('audit.title')}
            rows={pages.rows}
            rowKey={({ seq }) => String(seq)}
            empty={<EmptyState icon="search" title={t('audit.empty')} />}
            columns={[
              { key: 'at', title: t('audit.at'), cell: (row) => formatInstant(row.at) },
              {
                key: 'who',
                title: t('audit.worker'),
                isHead: true,
                cell: (row) => (row.fullName ? <bdi>{row.fullName}</bdi> : t('audit.byLink')),
              },
              { key: 'did', title: t('audit.did'), cell: (row) => didWords(row.verb) },
              {
                key: 'case',
                title: t('audit.cases'),
                cell: (row) => <Small>{formatList(row.caseNumbers.map(withDigits))}</Small>,
              },
              {
                key: 'outcome',
                title: t('audit.outcome'),
                cell: (row) => (row.outcome === 'done' ? t('audit.done') : t('audit.refused')),
              },
            ]}
          />
        )}
        {pages.hasMore && (
          <Row>
            <Button isPending={pages.isLoading} onPress={pages.onMore}>
              {t('audit.earlier')}
            </Button>
          </Row>
        )}
      </Stack>
    </Page>
  )

  function didWords(verb: string) {
    const id = `cases.verb.${verb}`
    if (hasWords(id)) return t(id)
    return (
      <span>
        {t(onlyLooks(verb) ? 'audit.read' : 'audit.changed')}{' '}
        <Small tone="faint">
          <bdi>{verb}</bdi>
        </Small>
      </span>
    )
  }
}
