import {
  changeInformant,
  listAssessments,
  readAssessment,
  withdrawAssessment,
} from '@peyvand/domain/assessment/contract.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { InformantFields } from './informant-fields.tsx'
import type { Assessment } from './types.ts'

interface DraftMenuProps {
  caseId: string
  assessment: Assessment
}

/** Who answers, in which language; and taking back what was begun by mistake. */
export function DraftMenu({ caseId, assessment }: DraftMenuProps) {
  const t = useWords()
  const params = { caseId, assessmentId: assessment.id }
  const stale = [readAssessment, listAssessments]
  const change = useCommand(changeInformant, { stale })
  const withdraw = useCommand(withdrawAssessment, { stale: [...stale, readCase] })
  const [open, setOpen] = useState<'informant' | 'withdraw'>()
  const { informant, informantName, language } = assessment
  const [told, setTold] = useState({ informant, informantName, language })
  const close = () => setOpen(undefined)
  return (
    <>
      <Menu
        label={t('assessment.more')}
        trigger={<IconButton icon="more" label={t('assessment.more')} />}
        entries={[
          {
            key: 'informant',
            label: t('assessment.changeInformant'),
            onAction: () => setOpen('informant'),
          },
          {
            key: 'withdraw',
            label: t('assessment.withdraw'),
            look: 'danger',
            onAction: () => setOpen('withdraw'),
          },
        ]}
      />
      <Dialog
        title={t('assessment.changeInformant')}
        isOpen={open === 'informant'}
        onOpenChange={close}
      >
        <Form
          problem={change.problem}
          onSubmit={() => void change.run({ params, input: told }).then(close, () => undefined)}
        >
          <InformantFields
            value={told}
            onChange={setTold}
            translation={assessment.instrument.translation}
          />
          <FormActions>
            <Button type="submit" look="primary" isPending={change.isPending}>
              {t('assessment.changeInformant.save')}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
      <ConfirmDialog
        title={t('assessment.withdraw.ask')}
        act={t('assessment.withdraw')}
        look="danger"
        reason={{ label: t('assessment.withdraw.why') }}
        isOpen={open === 'withdraw'}
        onOpenChange={close}
        onConfirm={(reason) =>
          withdraw.run({ params, input: { version: assessment.version, reason } })
        }
      >
        {t('assessment.withdraw.what')}
      </ConfirmDialog>
    </>
  )
}
