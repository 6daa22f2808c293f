import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listRequests } from '@peyvand/domain/intake/contract.ts'
import { listMyReferrals } from '@peyvand/domain/linking/contract.ts'
import { useWaiting } from '../platform/place.ts'
import { useEndpoint, usePages } from '../platform/query.ts'
import type { NavigationEntry } from './navigation.ts'

const rowsOf = (answer: AnswerOf<typeof listMyReferrals>) => answer.referrals

/** What waits behind the entries of the rail, before one has opened them. */
export function WaitingCounts({ entries }: { entries: readonly NavigationEntry[] }) {
  const has = (wanted: string) => entries.some(({ key }) => key === wanted)
  return (
    <>
      {has('referrals') && <SilentReferrals />}
      {has('requests') && <NewRequests />}
    </>
  )
}

function SilentReferrals() {
  const silent = usePages(listMyReferrals, { query: { show: 'silent' } }, rowsOf)
  useWaiting('referrals', silent.first && silent.rows.length)
  return null
}

function NewRequests() {
  const { data } = useEndpoint(listRequests, { query: { status: 'open', limit: 1 } })
  useWaiting('requests', data?.counts.received)
  return null
}
