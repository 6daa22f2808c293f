import { readFamily } from '@peyvand/domain/people/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { HouseholdSection } from './household-section.tsx'
import { RelationshipsSection } from './relationships-section.tsx'
import { TiesSection } from './ties-section.tsx'

/** The people of a case: household, relationships, and ties with what is around them. */
export function FamilyPanel({ caseId }: { caseId: string }) {
  const family = useEndpoint(readFamily, { params: { caseId } })
  if (family.error) {
    return <ErrorState problem={family.error} onRetry={() => void family.refetch()} />
  }
  if (!family.data) return <Skeleton lines={10} heading />
  return (
    <Stack>
      <HouseholdSection caseId={caseId} family={family.data} />
      <RelationshipsSection caseId={caseId} family={family.data} />
      <TiesSection caseId={caseId} family={family.data} />
    </Stack>
  )
}
