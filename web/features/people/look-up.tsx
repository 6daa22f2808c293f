import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { lookUpPerson } from '@peyvand/domain/people/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { readFindWords } from '@peyvand/domain/people/read-find-words.ts'
import { markName } from '@peyvand/domain/text/mark-name.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Marked } from '../../ui/marked.tsx'
import { Note } from '../../ui/note.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EmergencyDialog } from '../access/emergency-dialog.tsx'
import { LookUpFields } from './look-up-fields.tsx'
import type { LookUpTyped } from './look-up-typed.ts'

type Answer = AnswerOf<typeof lookUpPerson>
export type PersonFound = Answer['found'][number]

interface LookUpProps {
  typed: LookUpTyped
  onType: (typed: LookUpTyped) => void
  /** Someone found is the one who is meant; absent where people are only looked for. */
  onChoose?: (found: PersonFound) => void
  /** Nobody of these: register someone new; absent where nobody is registered. */
  onNew?: () => void
  /** More ways on, beside registering. */
  otherWays?: React.ReactNode
}

/** Search before registering: what is typed, who is like it, and only then the way on. */
export function LookUp({ typed, onType, onChoose, onNew, otherWays }: LookUpProps) {
  const t = useWords()
  const look = useCommand(lookUpPerson)
  const [answer, setAnswer] = useState<Answer>()
  const [askedName, setAskedName] = useState('')
  const search = async () => {
    const { bornOn, bornPrecision, fatherName } = typed
    // A number or a date typed beside the name is read as what it is.
    const read = readFindWords(typed.name)
    const born =
      bornOn === null || bornPrecision === 'unknown'
        ? (read.born ?? null)
        : { on: bornOn, precision: bornPrecision }
    const nationalId = typed.nationalId || (read.nationalId ?? '')
    const phone = typed.phone || (read.phone ?? '')
    const caseNumber = read.caseNumber ?? ''
    const input = {
      id: newId(),
      name: read.name,
      fatherName,
      nationalId,
      phone,
      caseNumber,
      born,
    }
    setAnswer(await look.run({ input }))
    setAskedName(read.name)
  }
  return (
    <Stack>
      <Form problem={look.problem} onSubmit={() => void search().catch(() => undefined)}>
        <LookUpFields value={typed} onChange={onType} />
        <FormActions>
          <Button
            type="submit"
            icon="search"
            look={answer ? 'plain' : 'primary'}
            isPending={look.isPending}
          >
            {t('people.lookUp.search')}
          </Button>
          {otherWays}
        </FormActions>
      </Form>
      {answer && (
        <Found
          answer={answer}
          typed={typed}
          askedName={askedName}
          {...(onChoose ? { onChoose } : {})}
          {...(onNew ? { onNew } : {})}
        />
      )}
    </Stack>
  )
}

interface FoundProps extends Pick<LookUpProps, 'onChoose' | 'onNew'> {
  answer: Answer
  askedName: string
  typed: LookUpTyped
}

function Found({ answer, typed, askedName, onChoose, onNew }: FoundProps) {
  const t = useWords()
  const { found, more, withheld } = answer
  const register = onNew && (
    <Button icon="plus" onPress={onNew} {...(found.length === 0 ? { look: 'primary' } : {})}>
      {found.length === 0 ? t('people.lookUp.registerNew') : t('people.lookUp.noneOfThese')}
    </Button>
  )
  return (
    <div role="status">
      <Stack gap="small">
        {withheld && (
          <Note tone="watch" icon="lock" title={t('people.lookUp.withheld')}>
            {withheld.desk
              ? t('people.lookUp.withheldAsk', {
                  desk: withheld.desk.name,
                  phone: withheld.desk.phone,
                })
              : t('people.lookUp.withheldNoDesk')}
          </Note>
        )}
        {found.length === 0 ? (
          <EmptyState icon="search" title={t('people.lookUp.nobody')} action={register}>
            {typed.fatherName === '' || typed.phone === ''
              ? t('people.lookUp.nobodyNext')
              : t('people.lookUp.nobodySure')}
          </EmptyState>
        ) : (
          <>
            <p>{t('people.lookUp.found', { count: found.length })}</p>
            {found.map((person) => (
              <FoundPerson
                key={person.personId}
                person={person}
                askedName={askedName}
                {...(onChoose ? { onChoose: () => onChoose(person) } : {})}
              />
            ))}
            {more && <Small>{t('people.lookUp.more')}</Small>}
            {register && <Row>{register}</Row>}
          </>
        )}
      </Stack>
    </div>
  )
}

interface FoundPersonProps {
  person: PersonFound
  askedName: string
  onChoose?: () => void
}

function FoundPerson({ person, askedName, onChoose }: FoundPersonProps) {
  const t = useWords()
  const me = useMe()
  const { settings } = useLocale()
  const { formatNumber } = useFormats()
  const year = person.birthYear?.[settings.calendar]
  return (
    <Card element="article">
      <Row spread gap="normal">
        <Stack gap="tight">
          <b>
            <bdi>
              <Marked pieces={markName(fullName(person), askedName)} />
            </bdi>
          </b>
          <Facts
            facts={[
              year !== undefined &&
                t('people.lookUp.born', { year: formatNumber(year, { useGrouping: false }) }),
              person.fatherName !== '' && t('people.lookUp.father', { name: person.fatherName }),
              person.visible
                ? t('people.lookUp.mine')
                : person.desk && t('people.lookUp.desk', { desk: person.desk.name }),
              !person.visible && person.desk?.phone && (
                <bdi key="phone" dir="ltr">
                  {person.desk.phone}
                </bdi>
              ),
            ]}
          />
          <Row>
            {person.matched.map((kind) => (
              <Tag key={kind} icon="check">
                {t(`people.matched.${kind}`)}
              </Tag>
            ))}
          </Row>
        </Stack>
        <Row>
          {me.emergency && <EmergencyDialog personId={person.personId} name={fullName(person)} />}
          {onChoose && <Button onPress={onChoose}>{t('people.lookUp.choose')}</Button>}
        </Row>
      </Row>
    </Card>
  )
}
