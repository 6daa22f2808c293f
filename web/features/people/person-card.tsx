import { readPerson } from '@peyvand/domain/people/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ChangePersonSheet } from './change-person-sheet.tsx'
import { PersonReading } from './person-reading.tsx'

interface PersonCardProps {
  personId: string
  title: string
  /** The page says already how to reach this person safely. */
  safeContactShown?: boolean
}

/** The card of a person I see in a case or request of mine. */
export function PersonCard({ personId, title, safeContactShown = false }: PersonCardProps) {
  const card = useEndpoint(readPerson, { params: { personId } })
  if (card.error) return <ErrorState problem={card.error} onRetry={() => void card.refetch()} />
  if (!card.data) return <Skeleton lines={6} heading />
  return (
    <Section title={title} aside={card.data.mayChange && <ChangePersonSheet card={card.data} />}>
      <PersonReading card={card.data} safeContactShown={safeContactShown} />
    </Section>
  )
}
