import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readToday } from '@peyvand/domain/monitoring/contract.ts'
import { cancelFollowUp, readClosure, recordFollowUp } from '@peyvand/domain/review/contract.ts'
import { whyNotRecordFollowUp } from '@peyvand/domain/review/follow-up.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { Level } from '../../ui/level.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { ClosureTold } from './closure-section.tsx'
import styles from './review.module.css'

type FollowUpTold = ClosureTold['followUps'][number]

interface FollowUpsProps {
  caseId: string
  followUps: readonly FollowUpTold[]
  mayWrite: boolean
}

/** How it goes one, three and six months after closing. */
export function FollowUps({ caseId, followUps, mayWrite }: FollowUpsProps) {
  const t = useWords()
  const [recording, setRecording] = useState<FollowUpTold>()
  const cancel = useCommand(cancelFollowUp, { stale: [readClosure, readCase, readToday] })
  if (followUps.length === 0) return null
  return (
    <div>
      <h3>{t('review.followUps')}</h3>
      <ul className={styles.list}>
        {followUps.map((followUp) => (
          <li key={followUp.id} data-print="whole">
            <FollowUp followUp={followUp} />
            {mayWrite && followUp.doneOn === null && followUp.cancelledReason === '' && (
              <Row>
                <Button size="small" onPress={() => setRecording(followUp)}>
                  {t('review.followUp.record')}
                </Button>
                <ConfirmDialog
                  title={t('review.followUp.cancelAsk')}
                  act={t('review.followUp.cancel')}
                  reason={{ label: t('review.followUp.cancelReason') }}
                  trigger={
                    <Button size="small" look="quiet">
                      {t('review.followUp.cancel')}
                    </Button>
                  }
                  onConfirm={(reason) =>
                    cancel.run({
                      params: { caseId, followUpId: followUp.id },
                      input: { version: followUp.version, reason },
                    })
                  }
                />
              </Row>
            )}
          </li>
        ))}
      </ul>
      {recording && (
        <RecordDialog
          caseId={caseId}
          followUp={recording}
          onClose={() => setRecording(undefined)}
        />
      )}
    </div>
  )
}

function FollowUp({ followUp }: { followUp: FollowUpTold }) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDayLong, formatDay } = useFormats()
  const { months, dueOn, doneOn, cancelledReason, reached, howNow, doneByName } = followUp
  return (
    <div>
      <p>
        {t('review.followUp.months', { months })} · {formatDayLong(dueOn)}{' '}
        {doneOn !== null ? (
          <StateMark state="done" bare>
            {t(reached ? 'review.followUp.reached' : 'review.followUp.notReached')}
          </StateMark>
        ) : cancelledReason !== '' ? (
          <StateMark state="refused" bare>
            {t('review.followUp.cancelled')}
          </StateMark>
        ) : dueOn <= today ? (
          <Level level={dueOn < today ? 'urgent' : 'watch'} bare>
            {t(dueOn < today ? 'monitoring.overdue' : 'monitoring.mark.today')}
          </Level>
        ) : (
          <StateMark state="ahead" bare>
            {t('app.state.ahead')}
          </StateMark>
        )}
      </p>
      {howNow !== '' && (
        <p className={styles.text}>
          <bdi>{howNow}</bdi>
        </p>
      )}
      {cancelledReason !== '' && (
        <Small>
          <bdi>{cancelledReason}</bdi>
        </Small>
      )}
      {doneOn !== null && (
        <Small>
          {formatDay(doneOn)} · <bdi>{doneByName}</bdi>
        </Small>
      )}
    </div>
  )
}

interface RecordDialogProps {
  caseId: string
  followUp: FollowUpTold
  onClose: () => void
}

function RecordDialog({ caseId, followUp, onClose }: RecordDialogProps) {
  const t = useWords()
  const { today } = useLocale()
  const draft = useDraft(`follow-up:${followUp.id}`, { onDay: today, reached: true, howNow: '' })
  const { onDay, reached, howNow } = draft.value
  const record = useCommand(recordFollowUp, { stale: [readClosure, readCase, readToday] })
  const refusal = whyNotRecordFollowUp(followUp, draft.value, today)
  const send = async () => {
    await record.run({
      params: { caseId, followUpId: followUp.id },
      input: { version: followUp.version, onDay, reached, howNow },
    })
    await draft.discard()
    showToast({ message: t('review.followUp.recorded') })
    onClose()
  }
  return (
    <Dialog
      title={t('review.followUp.months', { months: followUp.months })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm
        commands={[record]}
        send={send}
        act={t('review.followUp.record')}
        lockedBecause={
          refusal?.code === 'reason_missing' ? t('review.followUp.writeHowNow') : undefined
        }
      >
        <DayField
          label={t('review.followUp.day')}
          name="onDay"
          value={onDay}
          onChange={(day) => day && draft.change({ ...draft.value, onDay: day })}
          max={today}
          isRequired
        />
        <RadioGroup
          label={t('monitoring.contact.reached')}
          options={[
            { value: 'yes', label: t('monitoring.contact.reached.yes') },
            { value: 'no', label: t('monitoring.contact.reached.no') },
          ]}
          value={reached ? 'yes' : 'no'}
          onChange={(answer) => draft.change({ ...draft.value, reached: answer === 'yes' })}
          look="across"
        />
        <TextArea
          label={t('review.followUp.howNow')}
          hint={t('review.followUp.howNowHint')}
          name="howNow"
          value={howNow}
          onChange={(text) => draft.change({ ...draft.value, howNow: text })}
          isRequired={reached}
        />
      </CommandForm>
    </Dialog>
  )
}
