import { directoryLimits } from '@peyvand/domain/directory/limits.ts'
import type { ImportError, ImportNotice } from '@peyvand/domain/directory/import-problem.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'

const rowsShown = 500

/** Every error with file, line and column, and the mend. */
export function ImportErrors({ errors, total }: { errors: readonly ImportError[]; total: number }) {
  const t = useWords()
  return (
    <Section title={t('directory.imports.errors', { count: total })}>
      <Stack gap="small">
        <Note tone="watch" size="small">
          {t('directory.imports.errorsNext')}{' '}
          {total > Math.min(rowsShown, directoryLimits.errorsTold) &&
            t('directory.imports.errorsFirst', { shown: Math.min(rowsShown, errors.length) })}
        </Note>
        <ProblemTable
          label={t('directory.imports.errors', { count: total })}
          problems={errors.slice(0, rowsShown)}
          wordsOf={({ code, detail }) => t(`directory.importError.${code}`, detail)}
        />
      </Stack>
    </Section>
  )
}

/** What was read otherwise than it stood; nothing here stops the import. */
export function ImportNotices({ notices }: { notices: readonly ImportNotice[] }) {
  const t = useWords()
  if (notices.length === 0) return null
  return (
    <Section title={t('directory.imports.notices', { count: notices.length })}>
      <ProblemTable
        label={t('directory.imports.notices', { count: notices.length })}
        problems={notices.slice(0, rowsShown)}
        wordsOf={({ code, detail }) => t(`directory.importNotice.${code}`, detail)}
      />
    </Section>
  )
}

function ProblemTable<T extends ImportError | ImportNotice>({
  label,
  problems,
  wordsOf,
}: {
  label: string
  problems: readonly T[]
  wordsOf: (problem: T) => string
}) {
  const t = useWords()
  const { formatNumber } = useFormats()
  const numbered = problems.map((problem, key) => ({ problem, key: String(key) }))
  return (
    <DataTable
      label={label}
      rows={numbered}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'file',
          title: t('directory.imports.file'),
          width: '12rem',
          compare: (a, b) => (a.problem.file < b.problem.file ? -1 : 1),
          cell: ({ problem }) => <bdi>{problem.file}</bdi>,
        },
        {
          key: 'row',
          title: t('directory.imports.row'),
          width: '5rem',
          align: 'end',
          compare: (a, b) => (a.problem.row ?? 0) - (b.problem.row ?? 0),
          cell: ({ problem }) => (problem.row === null ? '' : formatNumber(problem.row)),
        },
        {
          key: 'column',
          title: t('directory.imports.columnName'),
          width: '11rem',
          cell: ({ problem }) => <bdi>{problem.column}</bdi>,
        },
        {
          key: 'wrong',
          title: t('directory.imports.wrong'),
          isHead: true,
          cell: ({ problem }) => wordsOf(problem),
        },
      ]}
    />
  )
}
