import { listPracticeModels } from '@peyvand/domain/agency/contract.ts'
import { changePracticeModel, readCase } from '@peyvand/domain/cases/contract.ts'
import { useState } from 'react'
import { useCommand, useEndpointWhen } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { CaseFile } from './case-frame.tsx'
import { useNameIn } from './names.ts'

interface ModelDialogProps {
  file: CaseFile
  isOpen: boolean
  onClose: () => void
}

export function ModelDialog({ file, isOpen, onClose }: ModelDialogProps) {
  const t = useWords()
  const nameIn = useNameIn()
  const models = useEndpointWhen(isOpen, listPracticeModels, {})
  const change = useCommand(changePracticeModel, { stale: [readCase] })
  const [practiceModelId, setModel] = useState(file.practiceModel.id)
  const [reason, setReason] = useState('')
  const send = async () => {
    await change.run({
      params: { caseId: file.id },
      input: { practiceModelId, reason, version: file.version },
    })
    onClose()
  }
  return (
    <Dialog
      title={t('cases.changeModel')}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Form problem={change.problem} onSubmit={() => void send().catch(() => undefined)}>
        <RadioGroup
          label={t('cases.practiceModel')}
          options={(models.data?.practiceModels ?? []).map((model) => ({
            value: model.id,
            label: nameIn(model),
          }))}
          value={practiceModelId}
          onChange={setModel}
          isRequired
        />
        <TextArea
          label={t('cases.changeModel.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
        />
        <FormActions>
          <Button look="primary" type="submit" isPending={change.isPending}>
            {t('cases.changeModel.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
