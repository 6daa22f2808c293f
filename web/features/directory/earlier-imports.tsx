import { listImports } from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Small } from '../../ui/layout.tsx'

export type EarlierImport = AnswerOf<typeof listImports>['imports'][number]

/** Directories imported before, to be brought up to date under the same name. */
export function EarlierImports({ onAgain }: { onAgain: (earlier: EarlierImport) => void }) {
  const t = useWords()
  const { formatInstant, formatNumber } = useFormats()
  const found = useEndpoint(listImports)
  if (!found.data) return null
  return (
    <Section title={t('directory.imports.earlier')}>
      <DataTable
        label={t('directory.imports.earlier')}
        rows={found.data.imports}
        rowKey={({ id }) => id}
        empty={<Small>{t('directory.imports.none')}</Small>}
        columns={[
          {
            key: 'source',
            title: t('directory.imports.source'),
            isHead: true,
            cell: ({ source, format }) => (
              <span>
                <bdi>{source}</bdi>
                <br />
                <Small>{t(`directory.format.${format}`)}</Small>
              </span>
            ),
          },
          {
            key: 'when',
            title: t('directory.imports.when'),
            cell: ({ importedAt }) => formatInstant(importedAt),
          },
          {
            key: 'services',
            title: t('directory.table.services'),
            align: 'end',
            cell: ({ changes }) => {
              const { added = 0, changed = 0, same = 0 } = changes.services ?? {}
              return formatNumber(added + changed + same)
            },
          },
          {
            key: 'licence',
            title: t('directory.imports.licence'),
            wideOnly: true,
            cell: ({ licence, attribution }) => (
              <bdi>
                {licence}, {attribution}
              </bdi>
            ),
          },
          {
            key: 'again',
            title: '',
            cell: (earlier) => (
              <Button look="quiet" size="small" onPress={() => onAgain(earlier)}>
                {t('directory.imports.again')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}
