import { crisisLines } from '@peyvand/domain/assessment/protocol.ts'
import {
  recordProtocol,
  readAssessment,
  listAssessments,
} from '@peyvand/domain/assessment/contract.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'
import { useId, useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Shape } from '../../ui/level.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { InWords } from './in-words.tsx'
import styles from './protocol-panel.module.css'

interface ProtocolPanelProps {
  caseId: string
  assessmentId: string
  /** What opened it, in words. */
  flags: readonly { id: string; title: LocalText }[]
  done: { words: string; at: string | null; byName: string | null }
  supervisor: string | undefined
  mayWrite: boolean
}

/**
 * What to do now, when an answer speaks of suicide: it comes before any score. The lines come
 * first, since nobody is on a roster.
 */
export function ProtocolPanel(props: ProtocolPanelProps) {
  const { flags, done, supervisor } = props
  const t = useWords()
  const { formatInstant } = useFormats()
  const id = useId()
  const [isWriting, setWriting] = useState(false)
  return (
    <section className={styles.panel} aria-labelledby={id} data-print="whole">
      <h2 id={id} className={styles.title}>
        <Shape name="crisis" />
        {t(done.at ? 'assessment.protocol.asked' : 'assessment.protocol.title')}
      </h2>
      {flags.map((flag) => (
        <p key={flag.id}>
          <b>
            <InWords text={flag.title} />
          </b>
        </p>
      ))}
      <div>
        {!done.at && <p className={styles.lead}>{t('assessment.protocol.lines')}</p>}
        <Row>
          {crisisLines.map(({ number, code }) => (
            <ButtonLink key={number} href={`tel:${number}`} icon="phone">
              {t(`assessment.line.${code}`)}
            </ButtonLink>
          ))}
        </Row>
      </div>
      {!done.at && (
        <ol className={styles.steps}>
          <li>{t('assessment.protocol.ask')}</li>
          <li>{t('assessment.protocol.stay')}</li>
          <li>
            {supervisor
              ? t('assessment.protocol.callSupervisor', { name: supervisor })
              : t('assessment.protocol.callSomebody')}
          </li>
        </ol>
      )}
      {done.at && (
        <div className={styles.done}>
          <Small>
            {t('assessment.protocol.doneBy', {
              name: done.byName ?? '',
              at: formatInstant(done.at),
            })}
          </Small>
          <p className={styles.told}>{done.words}</p>
        </div>
      )}
      {props.mayWrite &&
        (done.at && !isWriting ? (
          <Row>
            <Button look="quiet" size="small" onPress={() => setWriting(true)}>
              {t('assessment.protocol.again')}
            </Button>
          </Row>
        ) : (
          <RecordForm {...props} onSaved={() => setWriting(false)} />
        ))}
    </section>
  )
}

function RecordForm(props: ProtocolPanelProps & { onSaved: () => void }) {
  const { caseId, assessmentId, done, onSaved } = props
  const t = useWords()
  const draft = useDraft(`assessment:${assessmentId}:protocol`, '')
  const record = useCommand(recordProtocol, { stale: [readAssessment, listAssessments] })
  const save = async () => {
    await record.run({ params: { caseId, assessmentId }, input: { words: draft.value } })
    await draft.discard()
    showToast({ message: t('assessment.protocol.saved') })
    onSaved()
  }
  return (
    <Form problem={record.problem} onSubmit={() => void save().catch(() => undefined)}>
      <TextArea
        label={done.at ? t('assessment.protocol.wordsAgain') : t('assessment.protocol.words')}
        hint={t('assessment.protocol.wordsHint')}
        value={draft.value}
        onChange={draft.change}
        wide
        isRequired
      />
      <FormActions>
        <Button type="submit" isPending={record.isPending}>
          {t('assessment.protocol.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
