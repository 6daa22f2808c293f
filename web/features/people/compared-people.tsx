import type { listLikelySame } from '@peyvand/domain/people/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { bornOf, fullName } from '@peyvand/domain/people/person.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import styles from './compared-people.module.css'
import { phoneWords } from './phone-words.ts'

export type Compared = AnswerOf<typeof listLikelySame>['pairs'][number]['one']

/** Rows beside one another, fact by fact, so that a difference is seen at once. */
export function ComparedPeople({ people }: { people: readonly Compared[] }) {
  return (
    <div className={styles.beside}>
      {people.map((person) => (
        <OnePerson key={person.id} person={person} />
      ))}
    </div>
  )
}

function OnePerson({ person }: { person: Compared }) {
  const t = useWords()
  const { formatDay, formatList, withDigits } = useFormats()
  const born = bornOf(person)
  return (
    <Stack gap="tight">
      <b>
        <Link href={`/people/${person.id}`} look="plain">
          <bdi>{fullName(person)}</bdi>
        </Link>
      </b>
      <DefinitionList
        entries={[
          { key: 'other', name: t('people.otherNames'), value: formatList(person.otherNames) },
          { key: 'father', name: t('people.fatherName'), value: person.fatherName },
          {
            key: 'sex',
            name: t('people.sex'),
            value: person.sex === 'unknown' ? '' : t(`people.sex.${person.sex}`),
          },
          {
            key: 'born',
            name: t('people.bornOn'),
            value: born && formatDay(born.on, born.precision),
          },
          {
            key: 'nationalId',
            name: t('people.nationalId'),
            value: person.nationalId && <bdi dir="ltr">{withDigits(person.nationalId)}</bdi>,
          },
          {
            key: 'phones',
            name: t('people.phones'),
            value:
              person.phones.length === 0 ? undefined : (
                <Row>
                  {person.phones.map((phone) => (
                    <bdi key={phone} dir="ltr">
                      {phoneWords(phone, withDigits)}
                    </bdi>
                  ))}
                </Row>
              ),
          },
          {
            key: 'cases',
            name: t('people.same.cases'),
            value:
              person.cases.length === 0 ? undefined : (
                <Row>
                  {person.cases.map(({ id, number }) => (
                    <Link key={id} href={`/cases/${id}`}>
                      <bdi dir="ltr">{withDigits(number)}</bdi>
                    </Link>
                  ))}
                </Row>
              ),
          },
        ]}
      />
    </Stack>
  )
}
