import { standings } from '@peyvand/domain/linking/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ConsentPerson } from './consent-people.ts'
import type { WrittenConsent } from './consent-written.ts'

interface WhoGivesProps {
  people: readonly ConsentPerson[]
  person: ConsentPerson | undefined
  value: WrittenConsent
  onChange: (change: Partial<WrittenConsent>) => void
}

/** About whom a consent is, and who may give it: only what the person’s age asks for. */
export function WhoGives({ people, person, value, onChange }: WhoGivesProps) {
  const t = useWords()
  const { formatNumber } = useFormats()
  if (!person) return null
  const adults = people.filter((each) => each.id !== person.id && !each.isChild)
  const self = { value: person.id, label: t('linking.consent.bySelf', { name: person.name }) }
  return (
    <Stack gap="small">
      {people.length > 1 && (
        <Select
          label={t('linking.consent.person')}
          name="personId"
          options={people.map((each) => ({
            value: each.id,
            label:
              each.age === undefined
                ? each.name
                : t('linking.consent.personAged', {
                    name: each.name,
                    age: formatNumber(each.age),
                  }),
          }))}
          value={person.id}
          onChange={(personId) =>
            onChange({ personId, givenById: null, standing: null, childAssent: '' })
          }
          isRequired
        />
      )}
      {(person.isChild || adults.length > 0) && (
        <Select
          label={t('linking.consent.givenBy.label')}
          hint={person.isChild ? t('linking.consent.forChild') : undefined}
          name="givenById"
          options={[
            ...(person.isChild ? [] : [self]),
            ...adults.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={value.givenById ?? (person.isChild ? null : person.id)}
          onChange={(chosen) => onChange({ givenById: chosen === person.id ? null : chosen })}
          isRequired
        />
      )}
      {value.givenById !== null && value.givenById !== person.id && (
        <Select
          label={t('linking.consent.standing')}
          hint={t('linking.consent.standingHint')}
          name="standing"
          options={standings
            .filter((standing) => standing !== 'self')
            .map((standing) => ({
              value: standing,
              label: t(`linking.standingOf.${standing}`),
            }))}
          value={value.standing}
          onChange={(standing) => onChange({ standing })}
          isRequired
        />
      )}
      {person.isAsked && (
        <TextField
          label={t('linking.consent.childAssent', { name: person.name })}
          hint={t('linking.consent.childAssentHint')}
          name="childAssent"
          value={value.childAssent}
          onChange={(childAssent) => onChange({ childAssent })}
          maxLength={500}
          isRequired
        />
      )}
    </Stack>
  )
}
