import { readAccount, revokeOwnToken } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useScopeNames } from './use-scope-names.ts'

type Machine = AnswerOf<typeof readAccount>['tokens'][number]

/** Machines that act in this worker's name. */
export function MachinesSection({ machines }: { machines: readonly Machine[] }) {
  const t = useWords()
  const { formatInstant, formatDay, dayOfInstant, formatList } = useFormats()
  const scopeName = useScopeNames()
  const revoke = useCommand(revokeOwnToken, { stale: [readAccount] })
  return (
    <Section title={t('access.machines')}>
      <Stack gap="small">
        <p>{t('access.machines.what')}</p>
        {machines.map((machine) => (
          <div key={machine.id}>
            <Row spread>
              <b>{machine.name}</b>
              <ConfirmDialog
                title={t('access.machines.revokeAsk', { name: machine.name })}
                act={t('access.machines.revoke')}
                look="danger"
                trigger={<Button size="small">{t('access.machines.revoke')}</Button>}
                onConfirm={async () => {
                  await revoke.run({ params: { tokenId: machine.id } })
                  showToast({ message: t('access.machines.revoked') })
                }}
              >
                <p>{t('access.machines.revokeWhat')}</p>
              </ConfirmDialog>
            </Row>
            <Small>
              <Facts
                facts={[
                  t('access.machines.until', { day: formatDay(dayOfInstant(machine.until)) }),
                  machine.usedAt
                    ? t('access.machines.used', { when: formatInstant(machine.usedAt) })
                    : t('access.machines.unused'),
                  formatList(machine.scopes.map(scopeName)),
                ]}
              />
            </Small>
          </div>
        ))}
      </Stack>
    </Section>
  )
}
