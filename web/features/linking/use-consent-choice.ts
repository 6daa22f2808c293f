import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import { whyNotShare } from '@peyvand/domain/linking/consent.ts'
import { useState } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { factsOf } from './rows.ts'
import type { Consent } from './rows.ts'

interface Sharing {
  /** Whose details are shared. */
  clientId: string
  recipientId: string
  groups: readonly DataGroup[]
}

/**
 * The consents for this centre that still run, and the one a referral rests on: the reader's
 * choice, or the first that covers all that is shared.
 */
export function useConsentChoice(consents: readonly Consent[], sharing: Sharing) {
  const { today } = useLocale()
  const [chosenId, choose] = useState<string>()
  const { recipientId, groups } = sharing
  const offered = consents.filter(
    (consent) =>
      consent.recipientId === recipientId &&
      consent.personId === sharing.clientId &&
      consent.withdrawnAt === null &&
      consent.untilOn >= today,
  )
  const chosen =
    offered.find(({ id }) => id === chosenId) ??
    offered.find((each) => !whyNotShare(factsOf(each), { groups, recipientId, today })) ??
    offered[0]
  return { offered, chosen, choose }
}
