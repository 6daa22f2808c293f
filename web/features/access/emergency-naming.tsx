import { listWorkers, nameForEmergency } from '@peyvand/domain/access/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Small } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ProveAgainDialog } from './prove-again-dialog.tsx'
import { useProvedAttempt } from './use-proved-attempt.ts'
import type { Worker } from './workers-screen.tsx'

/** Whether this worker may open the case of somebody in danger. */
export function EmergencyNaming({ worker }: { worker: Worker }) {
  const t = useWords()
  const name = useCommand(nameForEmergency, { stale: [listWorkers] })
  const attempt = useProvedAttempt()
  const may = !worker.emergency
  const send = () =>
    attempt.run(async () => {
      await name.run({
        params: { workerId: worker.id },
        input: { may, version: worker.version },
      })
      showToast({
        message: t(may ? 'access.named.given' : 'access.named.taken', { name: worker.fullName }),
      })
    })
  return (
    <Section title={t('access.named')} level={3}>
      <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.named')}>
        <p>{t(worker.emergency ? 'access.named.yes' : 'access.named.no')}</p>
        <Small>{t('access.named.told')}</Small>
        <FormActions>
          <Button type="submit" icon="shield" isPending={attempt.isPending}>
            {t(worker.emergency ? 'access.named.take' : 'access.named.give')}
          </Button>
        </FormActions>
      </Form>
      <ProveAgainDialog {...attempt.proof} />
    </Section>
  )
}
