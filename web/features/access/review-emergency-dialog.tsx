import { listEmergencies, reviewEmergency } from '@peyvand/domain/access/contract.ts'
import { useState } from 'react'
import { now } from '../../platform/clock.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Emergency } from './emergencies-screen.tsx'
import { isLive } from './is-live.ts'
import { useAttempt } from './use-attempt.ts'

const findings = ['justified', 'not_justified'] as const
type Finding = (typeof findings)[number]

/** Was it right to open the case? Judged by somebody else than who opened it. */
export function ReviewEmergencyDialog({ emergency }: { emergency: Emergency }) {
  const t = useWords()
  const review = useCommand(reviewEmergency, { stale: [listEmergencies] })
  const attempt = useAttempt()
  const [finding, setFinding] = useState<Finding | null>(null)
  const [note, setNote] = useState('')
  const send = async (close: () => void) => {
    if (!finding) return
    const params = { emergencyId: emergency.id }
    const input = { finding, note, version: emergency.version }
    if (!(await attempt.run(() => review.run({ params, input })))) return
    close()
    showToast({ message: t('access.emergencies.saved') })
  }
  return (
    <Dialog
      title={t('access.emergencies.reviewOf', { name: emergency.fullName })}
      trigger={<Button look="primary">{t('access.emergencies.review')}</Button>}
    >
      {(close) => (
        <Form problem={attempt.problem} onSubmit={() => void send(close)}>
          <blockquote dir="auto">{emergency.reason}</blockquote>
          {isLive(emergency, now()) && <p>{t('access.emergencies.endsNow')}</p>}
          <RadioGroup
            name="finding"
            label={t('access.emergencies.finding')}
            look="across"
            options={findings.map((value) => ({ value, label: t(`access.emergencies.${value}`) }))}
            value={finding}
            onChange={setFinding}
            isRequired
          />
          <TextArea
            name="note"
            label={t('access.emergencies.note')}
            hint={t('access.emergencies.noteHint')}
            value={note}
            onChange={setNote}
            maxLength={2000}
            isRequired
          />
          <FormActions>
            <Button type="submit" look="primary" isPending={attempt.isPending}>
              {t('access.emergencies.saveReview')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}
