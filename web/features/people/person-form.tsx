import { whyNotKeepPerson } from '@peyvand/domain/people/person.ts'
import type { PersonInput } from '@peyvand/domain/people/person.ts'
import type { ReactNode } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { withoutEmptyLines } from './person-details.ts'
import type { PersonDetails } from './person-details.ts'
import { PersonFields } from './person-fields.tsx'

const saidByFields: ReadonlySet<string> = new Set([
  'national_id_wrong',
  'national_id_reason_missing',
  'phone_number_wrong',
])

interface PersonFormProps {
  value: PersonDetails
  onChange: (value: PersonDetails) => void
  onSubmit: (details: PersonInput) => void
  /** A verb and its object. */
  act: string
  problem?: unknown
  isPending?: boolean
  /** Above the buttons: what else is asked in the same breath. */
  children?: ReactNode
  /** Beside the act. */
  otherWays?: ReactNode
}

/** A person being written; the same rules as the server's say why it cannot be kept yet. */
export function PersonForm({
  value,
  onChange,
  onSubmit,
  act,
  problem,
  isPending = false,
  children,
  otherWays,
}: PersonFormProps) {
  const { today } = useLocale()
  const problemWords = useProblemWords()
  const details = withoutEmptyLines(value)
  const refusal = whyNotKeepPerson(details, today)
  // What one field alone is wrong about, it says itself.
  const locked =
    refusal && !saidByFields.has(refusal.code)
      ? problemWords(new Refused(refusal.code, refusal.facts ?? {})).sentence
      : undefined
  return (
    <Form problem={problem} onSubmit={() => onSubmit(details)}>
      <PersonFields value={value} onChange={onChange} />
      {children}
      <FormActions>
        <Button type="submit" look="primary" isPending={isPending} lockedBecause={locked}>
          {act}
        </Button>
        {otherWays}
      </FormActions>
    </Form>
  )
}
