import { useState } from 'react'
import { listWorkers, printResetCode } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useMe } from '../../platform/me.tsx'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { ProveAgainDialog } from './prove-again-dialog.tsx'
import styles from './slip.module.css'
import { useProvedAttempt } from './use-proved-attempt.ts'
import type { Worker } from './workers-screen.tsx'

type Printed = AnswerOf<typeof printResetCode>

/** A code on paper, for the first sign-in or a forgotten password. */
export function PrintCode({ worker }: { worker: Worker }) {
  const t = useWords()
  const print = useCommand(printResetCode, { stale: [listWorkers] })
  const attempt = useProvedAttempt()
  const [alsoSecondFactor, setAlsoSecondFactor] = useState(false)
  const [printed, setPrinted] = useState<Printed>()
  const send = () =>
    attempt.run(async () => {
      setPrinted(await print.run({ params: { workerId: worker.id }, input: { alsoSecondFactor } }))
    })
  return (
    <Section title={t('access.print')} level={3}>
      <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.print')}>
        <p>{t('access.print.what')}</p>
        {worker.secondFactor && (
          <Checkbox isSelected={alsoSecondFactor} onChange={setAlsoSecondFactor}>
            {t('access.print.alsoSecondFactor')}
          </Checkbox>
        )}
        <FormActions>
          <Button type="submit" icon="print" isPending={attempt.isPending}>
            {t('access.print.make')}
          </Button>
        </FormActions>
      </Form>
      <ProveAgainDialog {...attempt.proof} />
      <Dialog
        title={t('access.print')}
        isOpen={printed !== undefined}
        onOpenChange={(open) => {
          if (!open) setPrinted(undefined)
        }}
      >
        {printed && <Slip printed={printed} />}
      </Dialog>
    </Section>
  )
}

/** What goes to the worker, by hand and to nobody else. */
function Slip({ printed }: { printed: Printed }) {
  const t = useWords()
  const me = useMe()
  const { formatInstant } = useFormats()
  return (
    <>
      <div className={styles.slip}>
        <p>
          <b>{t('access.slip.for', { name: printed.fullName, agency: me.agency.name })}</b>
        </p>
        <p>
          {t('access.slip.how')} <bdi>{`${location.origin}/sign-in/code`}</bdi>
        </p>
        <p>
          {t('access.userName')}: <bdi>{printed.userName}</bdi>
        </p>
        <p className={styles.code}>
          <bdi>{printed.code}</bdi>
        </p>
        <p>{t('access.slip.until', { when: formatInstant(printed.until) })}</p>
        <p>{t('access.slip.keep')}</p>
      </div>
      <FormActions>
        <PrintButton label={t('access.print.paper')} />
      </FormActions>
    </>
  )
}
