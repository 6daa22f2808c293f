import { listTokens, listWorkers, revokeToken } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AddPartnerToken } from './add-partner-token.tsx'
import { useScopeNames } from './use-scope-names.ts'

type Machine = AnswerOf<typeof listTokens>['tokens'][number]

/** Which machines are let in, as whom, and until when? */
export function MachinesScreen() {
  const t = useWords()
  usePlace(t('access.tokens'), [{ title: t('app.nav.administration'), href: '/administration' }])
  const found = useEndpoint(listTokens)
  return (
    <Page>
      <PageHeader title={t('access.tokens')} actions={<AddPartnerToken />}>
        {t('access.tokens.what')}
      </PageHeader>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {found.data && <MachineTable machines={found.data.tokens} />}
    </Page>
  )
}

function MachineTable({ machines }: { machines: readonly Machine[] }) {
  const t = useWords()
  const { formatDay, dayOfInstant, formatInstant, formatList } = useFormats()
  const scopeName = useScopeNames()
  const workers = useEndpoint(listWorkers)
  const revoke = useCommand(revokeToken, { stale: [listTokens] })
  const actsAs = (machine: Machine) => {
    if (machine.kind === 'partner_system') return <OfPartner machine={machine} />
    const worker = workers.data?.workers.find(({ id }) => id === machine.workerId)
    return <bdi>{worker?.fullName}</bdi>
  }
  const columns: Column<Machine>[] = [
    { key: 'name', title: t('access.tokens.name'), isHead: true, cell: ({ name }) => name },
    { key: 'as', title: t('access.tokens.as'), width: '14rem', cell: actsAs },
    {
      key: 'scopes',
      title: t('access.tokens.scopes'),
      wideOnly: true,
      cell: ({ scopes }) => formatList(scopes.map(scopeName)),
    },
    {
      key: 'used',
      title: t('access.tokens.used'),
      wideOnly: true,
      cell: ({ usedAt }) => (usedAt ? formatInstant(usedAt) : t('access.machines.unused')),
    },
    {
      key: 'until',
      title: t('access.tokens.until'),
      cell: ({ until }) => formatDay(dayOfInstant(until)),
    },
    {
      key: 'revoke',
      title: t('access.tokens.act'),
      cell: ({ id, name }) => (
        <ConfirmDialog
          title={t('access.machines.revokeAsk', { name })}
          act={t('access.machines.revoke')}
          look="danger"
          trigger={<Button size="small">{t('access.machines.revoke')}</Button>}
          onConfirm={async () => {
            await revoke.run({ params: { tokenId: id } })
            showToast({ message: t('access.machines.revoked') })
          }}
        >
          <p>{t('access.tokens.revokeWhat')}</p>
        </ConfirmDialog>
      ),
    },
  ]
  return (
    <DataTable
      label={t('access.tokens')}
      columns={columns}
      rows={machines}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="link" title={t('access.tokens.none')}>
          {t('access.tokens.noneHow')}
        </EmptyState>
      }
    />
  )
}

/** For which organisation it comes; one bound to none, made before that was asked, says so. */
function OfPartner({ machine: { organisation } }: { machine: Machine }) {
  const t = useWords()
  return (
    <Stack gap="tight">
      {t('access.tokens.partner')}
      {organisation ? (
        <Small>
          <bdi>{organisation.name}</bdi>
        </Small>
      ) : (
        <>
          <Row>
            <Tag icon="warning">{t('access.tokens.unbound')}</Tag>
          </Row>
          <Small>{t('access.tokens.unboundHow')}</Small>
        </>
      )}
    </Stack>
  )
}
