import { changeHouseholdMember, joinHousehold } from '@peyvand/domain/people/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nameOfPerson, peopleOptions } from './family-rows.ts'
import type { Family, Member } from './family-rows.ts'
import { PeriodFields } from './period-fields.tsx'
import { useFamilyCommand } from './use-family-command.ts'

interface MemberDialogProps {
  caseId: string
  family: Family
  /** The membership to correct; left out for someone who moves in. */
  member?: Member
  onClose: () => void
}

/** Who lives in the household, from when until when. */
export function MemberDialog({ caseId, family, member, onClose }: MemberDialogProps) {
  const t = useWords()
  const join = useFamilyCommand(joinHousehold)
  const correct = useFamilyCommand(changeHouseholdMember)
  const [id] = useState(() => member?.id ?? newId())
  const livesHere = new Set(
    family.household?.members.filter(({ until }) => until === null).map((one) => one.personId),
  )
  const options = peopleOptions(family).filter(({ value }) => !livesHere.has(value))
  const [personId, setPerson] = useState(member?.personId ?? options[0]?.value ?? '')
  const [role, setRole] = useState(member?.role ?? '')
  const [isHead, setHead] = useState(member?.isHead ?? false)
  const [period, setPeriod] = useState({
    since: member?.since ?? null,
    until: member?.until ?? null,
  })
  const send = async () => {
    const values = { role, isHead, ...period }
    if (member) {
      await correct.run({
        params: { caseId, memberId: id },
        input: { ...values, version: member.version },
      })
    } else await join.run({ params: { caseId }, input: { id, personId, ...values } })
    onClose()
  }
  return (
    <Dialog
      title={member ? nameOfPerson(family, personId) : t('people.member.add')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Form
        problem={join.problem ?? correct.problem}
        onSubmit={() => void send().catch(() => undefined)}
      >
        {!member && (
          <Select
            label={t('people.member.who')}
            options={options}
            value={personId}
            onChange={setPerson}
          />
        )}
        <TextField
          label={t('people.member.role')}
          hint={t('people.member.roleHint')}
          name="role"
          value={role}
          onChange={setRole}
          maxLength={60}
        />
        <Checkbox isSelected={isHead} onChange={setHead}>
          {t('people.member.isHead')}
        </Checkbox>
        <PeriodFields value={period} onChange={setPeriod} />
        <FormActions>
          <Button
            type="submit"
            look="primary"
            isPending={join.isPending || correct.isPending}
            lockedBecause={personId === '' ? t('people.member.everyone') : undefined}
          >
            {t('people.member.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('ui.goBack')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
