import { useWords } from '../../platform/words.tsx'
import { Select } from '../../ui/select.tsx'
import { nameOf } from './names.ts'

/** Somebody on the case for whom something may be kept apart. */
export interface WallPerson {
  id: string
  givenName: string
  familyName: string
}

const everybody = 'everybody'

interface WallFieldProps {
  /** As `peopleWithWalls` gives them; empty, and there is nothing to choose. */
  people: readonly WallPerson[]
  value: string | null
  onChange: (onlyFor: string | null) => void
}

/** For whom of the household it is kept apart from the others. */
export function WallField({ people, value, onChange }: WallFieldProps) {
  const t = useWords()
  if (people.length === 0) return null
  return (
    <Select
      label={t('cases.wall')}
      hint={t('cases.wall.hint')}
      options={[
        { value: everybody, label: t('cases.wall.everybody') },
        ...people.map((person) => ({
          value: person.id,
          label: t('cases.wall.only', { name: nameOf(person) }),
        })),
      ]}
      value={value ?? everybody}
      onChange={(chosen) => onChange(chosen === everybody ? null : chosen)}
    />
  )
}
