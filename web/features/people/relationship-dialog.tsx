import {
  isMutual,
  kinWord,
  relationshipKinds,
  whyNotRelate,
} from '@peyvand/domain/people/kinship.ts'
import type { RelationshipKind } from '@peyvand/domain/people/kinship.ts'
import { addRelationship, changeRelationship } from '@peyvand/domain/people/contract.ts'
import { bornOf } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { Refused } from '../../platform/api-problem.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { nameOfPerson, peopleOptions, personOf } from './family-rows.ts'
import type { Family, Relationship } from './family-rows.ts'
import { PeriodFields } from './period-fields.tsx'
import { useFamilyCommand } from './use-family-command.ts'

interface RelationshipDialogProps {
  caseId: string
  family: Family
  /** The one to correct; left out for a new one. */
  relationship?: Relationship
  onClose: () => void
}

/** How two people of the case are related, told once and read from both ends. */
export function RelationshipDialog({
  caseId,
  family,
  relationship,
  onClose,
}: RelationshipDialogProps) {
  const t = useWords()
  const problemWords = useProblemWords()
  const add = useFamilyCommand(addRelationship)
  const correct = useFamilyCommand(changeRelationship)
  const [id] = useState(() => relationship?.id ?? newId())
  const [first, second] = family.people
  const [personId, setPerson] = useState(relationship?.personId ?? first?.id ?? '')
  const [otherId, setOther] = useState(relationship?.otherId ?? second?.id ?? '')
  const [kind, setKind] = useState<RelationshipKind | null>(relationship?.kind ?? null)
  const [period, setPeriod] = useState({
    since: relationship?.since ?? null,
    until: relationship?.until ?? null,
  })
  const person = personOf(family, personId)
  const other = personOf(family, otherId)
  const refusal =
    kind &&
    whyNotRelate({
      personId,
      otherId,
      kind,
      born: person && bornOf(person),
      otherBorn: other && bornOf(other),
      present: family.relationships.filter((known) => known.id !== id),
    })
  const send = async () => {
    if (!kind) return
    const values = { kind, ...period }
    if (relationship) {
      await correct.run({
        params: { caseId, relationshipId: id },
        input: { ...values, version: relationship.version },
      })
    } else {
      await add.run({ params: { caseId }, input: { id, personId, otherId, ...values } })
    }
    onClose()
  }
  return (
    <Dialog
      title={relationship ? t('people.relationship.correct') : t('people.relationship.add')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Form
        problem={add.problem ?? correct.problem}
        onSubmit={() => void send().catch(() => undefined)}
      >
        {relationship ? (
          <p>
            <bdi>{nameOfPerson(family, personId)}</bdi>
            {' · '}
            <bdi>{nameOfPerson(family, otherId)}</bdi>
          </p>
        ) : (
          <FieldRow>
            <Select
              label={t('people.relationship.person')}
              options={peopleOptions(family)}
              value={personId}
              onChange={setPerson}
            />
            <Select
              label={t('people.relationship.other')}
              options={peopleOptions(family)}
              value={otherId}
              onChange={setOther}
            />
          </FieldRow>
        )}
        <Select
          label={t('people.relationship.kind')}
          hint={
            person &&
            other &&
            kind &&
            !isMutual(kind) &&
            t('people.relationship.readsBack', {
              name: nameOfPerson(family, otherId),
              word: t(`people.kin.${kinWord(kind, 'other', other.sex)}`),
            })
          }
          options={relationshipKinds.map((each) => ({
            value: each,
            label: t(`people.kin.${kinWord(each, 'person', person?.sex ?? 'unknown')}`),
          }))}
          value={kind}
          onChange={setKind}
          isRequired
        />
        <PeriodFields value={period} onChange={setPeriod} />
        <FormActions>
          <Button
            type="submit"
            look="primary"
            isPending={add.isPending || correct.isPending}
            lockedBecause={
              refusal
                ? problemWords(new Refused(refusal.code, refusal.facts ?? {})).sentence
                : undefined
            }
          >
            {t('people.relationship.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('ui.goBack')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
