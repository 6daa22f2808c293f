import { isMutual, kinWord, relationshipKinds } from '@peyvand/domain/people/kinship.ts'
import type { KinWord, RelationshipKind } from '@peyvand/domain/people/kinship.ts'
import { registerPersonInCase, tieKnownPerson } from '@peyvand/domain/people/contract.ts'
import type { PersonInput } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { FieldRow, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { nameOfPerson, peopleOptions } from './family-rows.ts'
import type { Family } from './family-rows.ts'
import { LookUp } from './look-up.tsx'
import { nothingTyped } from './look-up-typed.ts'
import type { LookUpTyped } from './look-up-typed.ts'
import type { PersonDetails } from './person-details.ts'
import { PersonForm } from './person-form.tsx'
import { startFromTyped } from './start-from-typed.ts'
import { useFamilyCommand } from './use-family-command.ts'

const parts = ['household', 'significant', 'informant', 'mentioned'] as const
type Part = (typeof parts)[number]

interface Writing {
  typed: LookUpTyped
  personId: string
  /** Absent while looking whether the person is known. */
  details: PersonDetails | null
  part: Part
  livesHere: boolean
  /** How the new person stands to `otherId`: a kind, and at which end the newcomer is. */
  relation: string
  otherId: string
}

interface AddPersonSheetProps {
  caseId: string
  family: Family
}

/** Someone of the client's world: looked up first, then registered with a place in the family. */
export function AddPersonSheet({ caseId, family }: AddPersonSheetProps) {
  const t = useWords()
  return (
    <Sheet
      title={t('people.add.title')}
      trigger={
        <Button icon="plus" look="primary">
          {t('people.add')}
        </Button>
      }
    >
      {(close) => <Adding caseId={caseId} family={family} onDone={close} />}
    </Sheet>
  )
}

function Adding({ caseId, family, onDone }: AddPersonSheetProps & { onDone: () => void }) {
  const t = useWords()
  const clientId = family.people.find(({ part }) => part === 'client')?.id ?? ''
  const [initial] = useState<Writing>(() => ({
    typed: nothingTyped,
    personId: newId(),
    details: null,
    part: 'household',
    livesHere: family.household !== null,
    relation: '',
    otherId: clientId,
  }))
  const draft = useDraft<Writing>(`family:${caseId}:person`, initial)
  const tie = useFamilyCommand(tieKnownPerson)
  const writing = draft.value
  const change = (part: Partial<Writing>) => draft.change({ ...writing, ...part })
  const finish = async () => {
    await draft.discard()
    showToast({ message: t('people.add.done') })
    onDone()
  }
  if (!draft.isReady) return <Skeleton lines={6} />
  if (writing.details) {
    return (
      <Registering
        caseId={caseId}
        family={family}
        writing={{ ...writing, details: writing.details }}
        onChange={change}
        onDone={() => void finish()}
      />
    )
  }
  return (
    <Stack>
      <p>{t('people.add.lookFirst')}</p>
      {tie.problem !== null && tie.problem !== undefined && <FormErrors problem={tie.problem} />}
      <PartChoice value={writing.part} onChange={(part) => change({ part })} />
      <LookUp
        typed={writing.typed}
        onType={(typed) => change({ typed })}
        onNew={() => change({ details: startFromTyped(writing.typed) })}
        onChoose={({ personId }) =>
          void tie
            .run({ params: { caseId }, input: { personId, part: writing.part } })
            .then(finish)
            .catch(() => undefined)
        }
      />
    </Stack>
  )
}

interface PartChoiceProps {
  value: Part
  onChange: (value: Part) => void
}

function PartChoice({ value, onChange }: PartChoiceProps) {
  const t = useWords()
  return (
    <RadioGroup
      label={t('people.part')}
      options={parts.map((part) => ({
        value: part,
        label: t(`people.part.${part}`),
        hint: t(`people.partHint.${part}`),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}

interface RegisteringProps extends AddPersonSheetProps {
  writing: Writing & { details: PersonDetails }
  onChange: (part: Partial<Writing>) => void
  onDone: () => void
}

function Registering({ caseId, family, writing, onChange, onDone }: RegisteringProps) {
  const t = useWords()
  const register = useFamilyCommand(registerPersonInCase)
  const [rowIds] = useState(() => ({ relation: newId(), member: newId() }))
  const { details, part, livesHere, otherId } = writing
  const relations = relationOptions(details.sex)
  const chosen = relations.find(({ value }) => value === writing.relation)
  const otherName = nameOfPerson(family, otherId)
  const send = async (person: PersonInput) => {
    await register.run({
      params: { caseId },
      input: {
        person: { id: writing.personId, details: person },
        part,
        relation: chosen
          ? { id: rowIds.relation, otherId, kind: chosen.kind, newcomerIs: chosen.newcomerIs }
          : null,
        member: family.household && livesHere ? { id: rowIds.member } : null,
      },
    })
    onDone()
  }
  return (
    <PersonForm
      value={details}
      onChange={(next) => onChange({ details: next })}
      act={t('people.add.register')}
      problem={register.problem}
      isPending={register.isPending}
      onSubmit={(person) => void send(person).catch(() => undefined)}
      otherWays={
        <Button look="quiet" onPress={() => onChange({ details: null })}>
          {t('people.add.lookAgain')}
        </Button>
      }
    >
      {part === 'mentioned' && <Note icon="eye">{t('people.add.mentionedNote')}</Note>}
      <FieldRow>
        <Select
          label={t('people.add.relation')}
          options={[
            { value: '', label: t('people.add.noRelation') },
            ...relations.map(({ value, word }) => ({ value, label: t(`people.kin.${word}`) })),
          ]}
          value={writing.relation}
          onChange={(relation) => onChange({ relation })}
        />
        <Select
          label={t('people.add.toWhom')}
          options={peopleOptions(family)}
          value={otherId}
          onChange={(next) => onChange({ otherId: next })}
        />
      </FieldRow>
      {family.household && (
        <Checkbox
          isSelected={livesHere}
          onChange={(isSelected) => onChange({ livesHere: isSelected })}
        >
          {otherName === ''
            ? t('people.add.livesHere')
            : t('people.add.livesWith', { name: otherName })}
        </Checkbox>
      )}
    </PersonForm>
  )
}

interface RelationOption {
  value: string
  kind: RelationshipKind
  newcomerIs: 'person' | 'other'
  word: KinWord
}

/** Every way in which the newcomer may stand to someone, in words by the newcomer's sex. */
function relationOptions(sex: PersonDetails['sex']): RelationOption[] {
  return relationshipKinds.flatMap((kind) => {
    const ends: ('person' | 'other')[] = isMutual(kind) ? ['person'] : ['person', 'other']
    return ends.map((newcomerIs) => ({
      value: `${kind}:${newcomerIs}`,
      kind,
      newcomerIs,
      word: kinWord(kind, newcomerIs, sex),
    }))
  })
}
