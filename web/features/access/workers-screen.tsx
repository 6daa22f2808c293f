import { useState } from 'react'
import { listWorkers } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AddWorker } from './add-worker.tsx'
import { useRoleNames } from './use-role-names.ts'
import { WorkerSheet } from './worker-sheet.tsx'

export type Worker = AnswerOf<typeof listWorkers>['workers'][number]

/** From how many on one is looked for by name, and how many are drawn at once. */
const fewWorkers = 20
const mostDrawn = 100

/** Who works here, in which roles, and who can sign in? */
export function WorkersScreen() {
  const t = useWords()
  usePlace(t('access.workers'), [{ title: t('app.nav.administration'), href: '/administration' }])
  const found = useEndpoint(listWorkers)
  const [withEnded, setWithEnded] = useState(false)
  const workers = found.data?.workers ?? []
  const [words, setWords] = useState('')
  const present = workers.filter((worker) => withEnded || worker.endedAt === null)
  const shown = present.filter((worker) => isNamed(worker, words))
  const [addedId, setAddedId] = useState<string>()
  return (
    <Page>
      <PageHeader
        title={t('access.workers')}
        actions={
          <Sheet
            title={t('access.workers.add')}
            trigger={
              <Button look="primary" icon="plus">
                {t('access.workers.add')}
              </Button>
            }
          >
            {(close) => (
              <AddWorker
                workers={workers}
                onAdded={(id) => {
                  setAddedId(id)
                  close()
                }}
              />
            )}
          </Sheet>
        }
      >
        {t('access.workers.what')}
      </PageHeader>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={8} />}
      {found.data && (
        <Stack gap="small">
          {present.length > fewWorkers && (
            <SearchField
              label={t('access.workers.find')}
              placeholder={t('access.workers.findHint')}
              value={words}
              onChange={setWords}
            />
          )}
          {workers.some((worker) => worker.endedAt !== null) && (
            <Switch isSelected={withEnded} onChange={setWithEnded}>
              {t('access.workers.withEnded')}
            </Switch>
          )}
          <div role="status">
            {shown.length === 0 && <Small>{t('access.workers.none')}</Small>}
            {shown.length > mostDrawn && (
              <Small>{t('access.workers.first', { shown: mostDrawn, count: shown.length })}</Small>
            )}
          </div>
          {shown.length > 0 && <WorkerTable workers={workers} shown={shown} />}
        </Stack>
      )}
      <AddedWorker
        workers={workers}
        id={addedId}
        onClose={() => {
          setAddedId(undefined)
        }}
      />
    </Page>
  )
}

/** Each word typed stands somewhere in the name or the user name. */
function isNamed({ fullName, userName }: Worker, words: string): boolean {
  const key = normaliseName(`${fullName} ${userName}`)
  return normaliseName(words)
    .split(' ')
    .every((word) => key.includes(word))
}

/** Straight after adding: the worker's own page, where the code for the first sign-in is printed. */
function AddedWorker(props: {
  workers: readonly Worker[]
  id: string | undefined
  onClose: () => void
}) {
  const { workers, id, onClose } = props
  const worker = workers.find((one) => one.id === id)
  if (!worker) return null
  return (
    <Sheet
      title={worker.fullName}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <WorkerSheet worker={worker} workers={workers} />
    </Sheet>
  )
}

interface WorkerTableProps {
  workers: readonly Worker[]
  shown: readonly Worker[]
}

function WorkerTable({ workers, shown }: WorkerTableProps) {
  const t = useWords()
  const { formatList } = useFormats()
  const roleNames = useRoleNames()
  const names = new Map(workers.map(({ id, fullName }) => [id, fullName]))
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? '') : '')
  const columns: Column<Worker>[] = [
    {
      key: 'name',
      title: t('access.fullName'),
      isHead: true,
      // A part of them in another order would look like the whole.
      ...(shown.length > mostDrawn
        ? {}
        : { compare: (a: Worker, b: Worker) => a.fullName.localeCompare(b.fullName) }),
      cell: (worker) => (
        <>
          <Row>
            <Sheet title={worker.fullName} trigger={<Button look="link">{worker.fullName}</Button>}>
              <WorkerSheet worker={worker} workers={workers} />
            </Sheet>
          </Row>
          {worker.title !== '' && <Small>{worker.title}</Small>}
        </>
      ),
    },
    {
      key: 'roles',
      title: t('access.roles'),
      cell: (worker) => formatList(worker.roles.map((role) => roleNames[role])),
    },
    {
      key: 'supervisor',
      title: t('access.supervisor'),
      wideOnly: true,
      cell: (worker) => nameOf(worker.supervisorId),
    },
    {
      key: 'userName',
      title: t('access.userName'),
      wideOnly: true,
      cell: (worker) => <bdi>{worker.userName}</bdi>,
    },
    {
      key: 'state',
      title: t('access.workers.state'),
      cell: (worker) => <WorkerState worker={worker} />,
    },
  ]
  return (
    <DataTable
      label={t('access.workers')}
      columns={columns}
      rows={shown.slice(0, mostDrawn)}
      rowKey={(worker) => worker.id}
    />
  )
}

function WorkerState({ worker }: { worker: Worker }) {
  const t = useWords()
  const { formatDay, dayOfInstant, formatInstant } = useFormats()
  if (worker.endedAt !== null) {
    return (
      <Tag icon="signout">
        {t('access.workers.left', { day: formatDay(dayOfInstant(worker.endedAt)) })}
      </Tag>
    )
  }
  return (
    <Row>
      {worker.secondFactor && <Tag icon="shield">{t('access.workers.secondFactor')}</Tag>}
      {worker.emergency && <Tag icon="warning">{t('access.named.tag')}</Tag>}
      {worker.codeUntil !== null && (
        <Tag icon="key">
          {t('access.workers.hasCode', { when: formatInstant(worker.codeUntil) })}
        </Tag>
      )}
    </Row>
  )
}
