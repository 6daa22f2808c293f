import { mayPrint, peopleWithWalls } from '@peyvand/domain/cases/wall.ts'
import {
  listDocuments,
  moveDocumentWall,
  readDocument,
  withdrawDocument,
} from '@peyvand/domain/documents/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { urlOf } from '../../platform/api.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { MoveWallDialog } from '../cases/move-wall-dialog.tsx'
import { peopleOf } from '../cases/people-of.ts'
import { PrintForButton, usePrintFor } from '../cases/print-for.tsx'
import { WallMark } from '../cases/wall-mark.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { DocumentPreview } from './document-preview.tsx'

type Document = AnswerOf<typeof listDocuments>['documents'][number]

/** The papers of a case: attached, seen, printed, replaced by newer ones; never deleted. */
export function DocumentsScreen() {
  const t = useWords()
  return (
    <CaseFrame current="documents" title={t('cases.tab.documents')} saysTitle>
      {(file) => <Documents file={file} />}
    </CaseFrame>
  )
}

function Documents({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatDay, formatNumber, dayOfInstant } = useFormats()
  const params = { caseId: file.id }
  const list = useEndpoint(listDocuments, { params })
  const moveWall = useCommand(moveDocumentWall, { stale: [listDocuments] })
  const { printedFor, setPrintedFor } = usePrintFor()
  const people = peopleWithWalls(peopleOf(file))
  const isScreenOnly = ({ onlyFor }: Document) => !mayPrint(onlyFor?.id ?? null, printedFor)
  const withdraw = useCommand(withdrawDocument, { stale: [listDocuments] })
  if (list.error) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton lines={5} />
  const present = list.data.documents.filter((one) => !one.superseded && !one.withdrawnAt)
  const past = list.data.documents.filter((one) => one.superseded || one.withdrawnAt)
  const fileUrl = (document: Document) =>
    urlOf(readDocument, { params: { ...params, documentId: document.id } })
  const columns = (isPast: boolean) => [
    {
      key: 'name',
      title: t('documents.name'),
      isHead: true,
      cell: (row: Document) => (
        <>
          <Link href={fileUrl(row)} download={row.name} target="_blank">
            <bdi>{row.name}</bdi>
          </Link>{' '}
          <WallMark onlyFor={row.onlyFor} />
        </>
      ),
    },
    {
      key: 'kind',
      title: t('documents.kind'),
      cell: (row: Document) => t(`documents.kind.${row.kind}`),
    },
    {
      key: 'group',
      title: t('documents.group'),
      wideOnly: true,
      cell: (row: Document) => <Small>{t(`cases.group.${row.dataGroup}`)}</Small>,
    },
    {
      key: 'given',
      title: t('documents.givenBy'),
      wideOnly: true,
      cell: (row: Document) => <Small>{row.givenBy}</Small>,
    },
    {
      key: 'when',
      title: t('documents.when'),
      cell: (row: Document) => (
        <Small>
          {formatDay(dayOfInstant(row.createdAt))} · <bdi>{row.byName}</bdi>
        </Small>
      ),
    },
    {
      key: 'size',
      title: t('documents.size'),
      wideOnly: true,
      cell: (row: Document) => (
        <Small>
          {t('documents.kilobytes', {
            size: formatNumber(Math.max(1, Math.round(row.bytes / 1024))),
          })}
        </Small>
      ),
    },
    {
      key: 'act',
      title: isPast ? t('documents.why') : t('documents.acts'),
      cell: (row: Document) =>
        isPast ? (
          <Small>{row.withdrawnAt ? row.withdrawnReason : t('documents.superseded')}</Small>
        ) : (
          <Row>
            <DocumentPreview caseId={file.id} document={row} />
            {file.mayWrite && (
              <>
                <AttachDialog file={file} supersedes={row} />
                <MoveWallDialog
                  people={people}
                  onlyFor={row.onlyFor}
                  onMove={(wall) =>
                    moveWall.run({
                      params: { ...params, documentId: row.id },
                      input: { ...wall, version: row.version },
                    })
                  }
                />
                <ConfirmDialog
                  title={t('documents.withdraw.ask', { name: row.name })}
                  act={t('documents.withdraw')}
                  look="danger"
                  reason={{ label: t('documents.withdraw.reason'), isRequired: true }}
                  trigger={
                    <Button look="quiet" size="small">
                      {t('documents.withdraw')}
                    </Button>
                  }
                  onConfirm={(reason) =>
                    withdraw.run({
                      params: { ...params, documentId: row.id },
                      input: { reason, version: row.version },
                    })
                  }
                >
                  {t('documents.withdraw.what')}
                </ConfirmDialog>
              </>
            )}
          </Row>
        ),
    },
  ]
  return (
    <>
      <Section
        title={t('cases.tab.documents')}
        aside={
          <Row>
            {file.mayWrite && <AttachDialog file={file} />}
            {list.data.documents.length > 0 && (
              <PrintForButton people={people} onChoose={setPrintedFor} />
            )}
          </Row>
        }
      >
        <DataTable<Document>
          label={t('cases.tab.documents')}
          rows={present}
          rowKey={({ id }) => id}
          isScreenOnly={isScreenOnly}
          columns={columns(false)}
          empty={
            <EmptyState icon="file" title={t('documents.empty')}>
              {t('documents.emptyNext')}
            </EmptyState>
          }
        />
      </Section>
      {past.length > 0 && (
        <Section title={t('documents.past')}>
          <DataTable<Document>
            label={t('documents.past')}
            rows={past}
            rowKey={({ id }) => id}
            isScreenOnly={isScreenOnly}
            columns={columns(true)}
          />
        </Section>
      )}
    </>
  )
}
