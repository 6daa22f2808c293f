import { kinWord } from '@peyvand/domain/people/kinship.ts'
import { changePart, startHousehold } from '@peyvand/domain/people/contract.ts'
import { bornOf, fullName } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { AddPersonSheet } from './add-person-sheet.tsx'
import type { Family, FamilyPerson, Member } from './family-rows.ts'
import { MemberDialog } from './member-dialog.tsx'
import { useFamilyCommand } from './use-family-command.ts'
import { usePeriodWords } from './use-period-words.ts'

interface HouseholdSectionProps {
  caseId: string
  family: Family
}

/** Who there is, what each is to the client, and who lives together. */
export function HouseholdSection({ caseId, family }: HouseholdSectionProps) {
  const t = useWords()
  const [editing, setEditing] = useState<{ member?: Member }>()
  return (
    <Section
      title={t('people.family.people')}
      aside={family.mayChange && <AddPersonSheet caseId={caseId} family={family} />}
    >
      <Stack gap="small">
        <People caseId={caseId} family={family} onEdit={(member) => setEditing({ member })} />
        {family.mayChange && (
          <Row>
            {family.household ? (
              <Button size="small" look="quiet" icon="home" onPress={() => setEditing({})}>
                {t('people.member.add')}
              </Button>
            ) : (
              <StartHousehold caseId={caseId} />
            )}
          </Row>
        )}
      </Stack>
      {editing && (
        <MemberDialog
          caseId={caseId}
          family={family}
          {...(editing.member ? { member: editing.member } : {})}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}

function StartHousehold({ caseId }: { caseId: string }) {
  const t = useWords()
  const start = useFamilyCommand(startHousehold)
  const [ids] = useState(() => ({ id: newId(), memberId: newId() }))
  return (
    <Stack gap="tight">
      {start.problem !== null && <FormErrors problem={start.problem} />}
      <EmptyState
        icon="home"
        title={t('people.household.none')}
        action={
          <Button
            isPending={start.isPending}
            onPress={() =>
              void start.run({ params: { caseId }, input: ids }).catch(() => undefined)
            }
          >
            {t('people.household.start')}
          </Button>
        }
      >
        {t('people.household.noneNext')}
      </EmptyState>
    </Stack>
  )
}

interface PeopleProps extends HouseholdSectionProps {
  onEdit: (member: Member) => void
}

function People({ caseId, family, onEdit }: PeopleProps) {
  const t = useWords()
  const { formatAge, formatDay } = useFormats()
  const kinToClient = useKinToClient(family)
  return (
    <DataTable<FamilyPerson>
      label={t('people.family.people')}
      rows={family.people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('people.family.name'),
          isHead: true,
          cell: (person) => (
            <Stack gap="tight">
              <Link href={`/people/${person.id}?case=${caseId}`}>
                <bdi>{fullName(person)}</bdi>
              </Link>
              <Small>{kinToClient(person)}</Small>
            </Stack>
          ),
        },
        {
          key: 'age',
          title: t('people.family.age'),
          cell: (person) => {
            if (person.diedOn) return t('people.died', { day: formatDay(person.diedOn) })
            const born = bornOf(person)
            return born ? formatAge(born.on, born.precision) : ''
          },
        },
        {
          key: 'home',
          title: t('people.family.home'),
          cell: (person) => <Memberships family={family} person={person} onEdit={onEdit} />,
        },
        {
          key: 'part',
          title: t('people.part'),
          wideOnly: true,
          cell: (person) => <Part caseId={caseId} family={family} person={person} />,
        },
      ]}
    />
  )
}

function Memberships({
  family,
  person,
  onEdit,
}: {
  family: Family
  person: FamilyPerson
  onEdit: (member: Member) => void
}) {
  const t = useWords()
  const periodWords = usePeriodWords()
  const members = family.household?.members.filter(({ personId }) => personId === person.id) ?? []
  return (
    <Stack gap="tight">
      {members.map((member) => (
        <Row key={member.id}>
          <StateMark state={member.until === null ? 'done' : 'ahead'} bare>
            {member.until !== null
              ? t('people.member.left')
              : member.isHead
                ? t('people.member.head')
                : t('people.member.livesHere')}
          </StateMark>
          <Small>
            {[member.role, periodWords(member)]
              .filter((said) => said && !(member.isHead && said === t('people.member.head')))
              .join(' · ')}
          </Small>
          {family.mayChange && (
            <IconButton
              icon="edit"
              size="small"
              label={t('people.member.change', { name: fullName(person) })}
              onPress={() => onEdit(member)}
            />
          )}
        </Row>
      ))}
    </Stack>
  )
}

const otherParts = ['household', 'significant', 'informant', 'mentioned'] as const

function Part({
  caseId,
  family,
  person,
}: {
  caseId: string
  family: Family
  person: FamilyPerson
}) {
  const t = useWords()
  const change = useFamilyCommand(changePart)
  const words = t(`people.part.${person.part}`)
  if (person.part === 'client' || !family.mayChange) return <Small>{words}</Small>
  return (
    <Menu
      label={t('people.part.change', { name: fullName(person) })}
      trigger={
        <Button size="small" look="quiet" isPending={change.isPending}>
          {words}
        </Button>
      }
      entries={otherParts
        .filter((part) => part !== person.part)
        .map((part) => ({
          key: part,
          label: t(`people.part.${part}`),
          onAction: () =>
            void change
              .run({ params: { caseId, personId: person.id }, input: { part } })
              .catch(() => undefined),
        }))}
    />
  )
}

/** What someone is to the client: mother, son, neighbour; from the relationships as they stand. */
function useKinToClient(family: Family): (person: FamilyPerson) => string {
  const t = useWords()
  const client = family.people.find(({ part }) => part === 'client')
  return (person) => {
    if (!client || person.id === client.id) return t('people.part.client')
    const known = family.relationships.find(
      ({ personId, otherId, until }) =>
        until === null &&
        ((personId === person.id && otherId === client.id) ||
          (personId === client.id && otherId === person.id)),
    )
    if (!known) return ''
    const end = known.personId === person.id ? 'person' : 'other'
    return t(`people.kin.${kinWord(known.kind, end, person.sex)}`)
  }
}
