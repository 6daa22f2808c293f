import { judgeRisk, listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { levels } from '@peyvand/domain/cases/levels.ts'
import type { Level } from '@peyvand/domain/cases/levels.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { CaseFile } from './case-frame.tsx'

interface RiskDialogProps {
  file: CaseFile
  isOpen: boolean
  onClose: () => void
}

export function RiskDialog({ file, isOpen, onClose }: RiskDialogProps) {
  const t = useWords()
  const judge = useCommand(judgeRisk, { stale: [readCase, listCases] })
  const [level, setLevel] = useState<Level>(file.riskLevel)
  const [reason, setReason] = useState(file.riskReason)
  const send = async () => {
    await judge.run({
      params: { caseId: file.id },
      input: { level, reason, version: file.version },
    })
    onClose()
  }
  return (
    <Dialog
      title={t('cases.judgeRisk')}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Form problem={judge.problem} onSubmit={() => void send().catch(() => undefined)}>
        <RadioGroup
          label={t('cases.risk')}
          options={levels.map((value) => ({ value, label: t(`cases.risk.${value}`) }))}
          value={level}
          onChange={setLevel}
          isRequired
        />
        <TextArea
          label={t('cases.risk.reason')}
          hint={t('cases.risk.reasonHint')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
        />
        <FormActions>
          <Button look="primary" type="submit" isPending={judge.isPending}>
            {t('cases.judgeRisk.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
