import { listPracticeModels } from '@peyvand/domain/agency/contract.ts'
import { addProgramme, changeProgramme } from '@peyvand/domain/intake/contract.ts'
import type { EligibilityRule } from '@peyvand/domain/intake/eligibility-rules.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useEndpoint } from '../../platform/query.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { useWords } from '../../platform/words.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow, Small, Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RulesEditor } from './rules-editor.tsx'
import { useSettingsCommand } from './settings-rows.ts'
import type { Programme } from './settings-rows.ts'

interface ProgrammeFormProps {
  /** The one to change; left out for a new one. */
  programme?: Programme
  onDone: () => void
}

const noModel = ''

/** A programme: its names, for whom it is, how many it can hold. */
export function ProgrammeForm({ programme, onDone }: ProgrammeFormProps) {
  const t = useWords()
  const nameIn = useLocalName()
  const models = useEndpoint(listPracticeModels)
  const add = useSettingsCommand(addProgramme)
  const change = useSettingsCommand(changeProgramme)
  const [ids] = useState(() => ({ id: newId(), deskId: newId() }))
  const [nameFa, setNameFa] = useState(programme?.nameFa ?? '')
  const [nameEn, setNameEn] = useState(programme?.nameEn ?? '')
  const [deskName, setDeskName] = useState('')
  const [rules, setRules] = useState<EligibilityRule[]>(programme?.rules ?? [])
  const [capacity, setCapacity] = useState(programme?.capacity ?? null)
  const [confidential, setConfidential] = useState(programme?.confidential ?? false)
  const [modelId, setModel] = useState(programme?.practiceModelId ?? noModel)
  const [ended, setEnded] = useState(programme?.ended ?? false)
  const send = async () => {
    const values = {
      nameFa,
      nameEn,
      rules,
      capacity,
      confidential,
      practiceModelId: modelId === noModel ? null : modelId,
    }
    if (programme) {
      await change.run({
        params: { programmeId: programme.id },
        input: { ...values, ended, version: programme.version },
      })
    } else await add.run({ input: { ...ids, deskName, ...values } })
    showToast({ message: t('intake.programmes.saved') })
    onDone()
  }
  return (
    <CommandForm commands={[add, change]} send={send} act={t('intake.programmes.save')}>
      <FieldRow>
        <TextField
          label={t('intake.programmes.nameFa')}
          name="nameFa"
          value={nameFa}
          onChange={setNameFa}
          isRequired={nameEn.trim() === ''}
          maxLength={120}
        />
        <TextField
          label={t('intake.programmes.nameEn')}
          name="nameEn"
          value={nameEn}
          onChange={setNameEn}
          isRequired={nameFa.trim() === ''}
          maxLength={120}
        />
      </FieldRow>
      <Small>{t('intake.programmes.oneName')}</Small>
      {!programme && (
        <TextField
          label={t('intake.desks.first')}
          hint={t('intake.desks.firstHint')}
          name="deskName"
          value={deskName}
          onChange={setDeskName}
          isRequired
          maxLength={120}
        />
      )}
      <RulesEditor value={rules} onChange={setRules} />
      <FieldRow>
        <NumberField
          label={t('intake.programmes.capacity')}
          hint={t('intake.programmes.capacityHint')}
          name="capacity"
          value={capacity}
          onChange={setCapacity}
          minValue={0}
          maxValue={100_000}
        />
        <Select
          label={t('intake.programmes.model')}
          hint={t('intake.programmes.modelHint')}
          options={[
            { value: noModel, label: t('intake.programmes.noModel') },
            ...(models.data?.practiceModels ?? []).map((model) => ({
              value: model.id,
              label: nameIn(model),
            })),
          ]}
          value={modelId}
          onChange={setModel}
        />
      </FieldRow>
      <Stack gap="tight">
        <Checkbox isSelected={confidential} onChange={setConfidential}>
          {t('intake.programmes.isConfidential')}
        </Checkbox>
        {programme && (
          <Checkbox isSelected={ended} onChange={setEnded}>
            {t('intake.programmes.end')}
          </Checkbox>
        )}
      </Stack>
    </CommandForm>
  )
}
