import { addTie, changeTie } from '@peyvand/domain/people/contract.ts'
import { tieEnergies, tieStrengths, tieSystems } from '@peyvand/domain/people/tie.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { peopleOptions } from './family-rows.ts'
import type { Family, Tie } from './family-rows.ts'
import { PeriodFields } from './period-fields.tsx'
import { useFamilyCommand } from './use-family-command.ts'

interface TieDialogProps {
  caseId: string
  family: Family
  /** The one to correct; left out for a new one. */
  tie?: Tie
  onClose: () => void
}

const wholeHousehold = ''

/** A tie of one person, or of the whole household, with a system around them. */
export function TieDialog({ caseId, family, tie, onClose }: TieDialogProps) {
  const t = useWords()
  const add = useFamilyCommand(addTie)
  const correct = useFamilyCommand(changeTie)
  const [id] = useState(() => tie?.id ?? newId())
  const [values, setValues] = useState({
    personId: tie?.personId ?? null,
    system: tie?.system ?? ('school' as const),
    name: tie?.name ?? '',
    strength: tie?.strength ?? ('ordinary' as const),
    tension: tie?.tension ?? false,
    energy: tie?.energy ?? ('both' as const),
    since: tie?.since ?? null,
    until: tie?.until ?? null,
  })
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const send = async () => {
    if (tie) {
      await correct.run({
        params: { caseId, tieId: id },
        input: { ...values, version: tie.version },
      })
    } else await add.run({ params: { caseId }, input: { id, ...values } })
    onClose()
  }
  return (
    <Dialog
      title={tie ? t('people.tie.correct') : t('people.tie.add')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Form
        problem={add.problem ?? correct.problem}
        onSubmit={() => void send().catch(() => undefined)}
      >
        <FieldRow>
          <Select
            label={t('people.tie.whose')}
            options={[
              { value: wholeHousehold, label: t('people.tie.household') },
              ...peopleOptions(family),
            ]}
            value={values.personId ?? wholeHousehold}
            onChange={(personId) =>
              change({ personId: personId === wholeHousehold ? null : personId })
            }
          />
          <Select
            label={t('people.tie.system')}
            options={tieSystems.map((system) => ({
              value: system,
              label: t(`people.system.${system}`),
            }))}
            value={values.system}
            onChange={(system) => change({ system } as Partial<typeof values>)}
          />
        </FieldRow>
        <TextField
          label={t('people.tie.name')}
          hint={t('people.tie.nameHint')}
          name="name"
          value={values.name}
          onChange={(name) => change({ name })}
          maxLength={120}
          isRequired
        />
        <RadioGroup
          label={t('people.tie.strength')}
          look="across"
          options={tieStrengths.map((strength) => ({
            value: strength,
            label: t(`people.strength.${strength}`),
          }))}
          value={values.strength}
          onChange={(strength) => change({ strength } as Partial<typeof values>)}
        />
        <RadioGroup
          label={t('people.tie.energy')}
          look="across"
          options={tieEnergies.map((energy) => ({
            value: energy,
            label: t(`people.energy.${energy}`),
          }))}
          value={values.energy}
          onChange={(energy) => change({ energy } as Partial<typeof values>)}
        />
        <Checkbox isSelected={values.tension} onChange={(tension) => change({ tension })}>
          {t('people.tie.tension')}
        </Checkbox>
        <PeriodFields value={values} onChange={(period) => change(period)} />
        <FormActions>
          <Button type="submit" look="primary" isPending={add.isPending || correct.isPending}>
            {t('people.tie.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('ui.goBack')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
