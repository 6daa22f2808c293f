import type { checkDirectory } from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { hasWords, useWords } from '../../platform/words.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'

type Checked = Extract<AnswerOf<typeof checkDirectory>, { ok: true }>

/** Table by table what comes, what changes, what stays and what is no longer there. */
export function ImportChanges({
  changes,
  withdrawnServices,
}: Pick<Checked, 'changes' | 'withdrawnServices'>) {
  const t = useWords()
  const { formatNumber } = useFormats()
  const rows = Object.entries(changes)
    .map(([table, counts]) => ({ table, ...counts }))
    .filter(({ added, changed, same, withdrawn }) => added + changed + same + withdrawn > 0)
  const figures = ['added', 'changed', 'same', 'withdrawn'] as const
  return (
    <Stack gap="small">
      <DataTable
        label={t('directory.imports.changes')}
        rows={rows}
        rowKey={({ table }) => table}
        columns={[
          {
            key: 'table',
            title: t('directory.imports.table'),
            isHead: true,
            cell: ({ table }) => {
              const id = `directory.table.${table}`
              return hasWords(id) ? t(id) : table
            },
          },
          ...figures.map((figure) => ({
            key: figure,
            title: t(`directory.figure.${figure}`),
            align: 'end' as const,
            cell: (row: (typeof rows)[number]) =>
              row[figure] === 0 ? (
                <Small tone="faint">{formatNumber(0)}</Small>
              ) : (
                formatNumber(row[figure])
              ),
          })),
        ]}
      />
      {withdrawnServices.length > 0 && (
        <div>
          <p>{t('directory.imports.withdrawnServices')}</p>
          <ul>
            {withdrawnServices.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/services/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  )
}
