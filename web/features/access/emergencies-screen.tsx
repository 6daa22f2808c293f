import { listEmergencies } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { whoMeetsPeople } from '@peyvand/domain/people/contract.ts'
import { useState } from 'react'
import { hasRole, useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { LookUp } from '../people/look-up.tsx'
import { nothingTyped } from '../people/look-up-typed.ts'
import { EmergencyCard } from './emergency-card.tsx'

export type Emergency = AnswerOf<typeof listEmergencies>['emergencies'][number]

const pageSize = 50

/** Who opened a case in an emergency, and was it right? */
export function EmergenciesScreen() {
  const t = useWords()
  usePlace(t('access.emergencies'))
  const waiting = useEndpoint(listEmergencies, { query: { show: 'waiting' } })
  const [earlier, setEarlier] = useState<readonly Emergency[]>([])
  const before = earlier.at(-1)?.beganAt
  const page = useEndpoint(listEmergencies, { query: before === undefined ? {} : { before } })
  const all = [...earlier, ...(page.data?.emergencies ?? [])]
  const mine = all.filter((each) => each.mine)
  const reviewed = all.filter((each) => !each.mine && each.finding !== null)
  const waitingNow = waiting.data?.emergencies ?? []
  const error = waiting.error ?? page.error
  const retry = () => void Promise.all([waiting.refetch(), page.refetch()])
  return (
    <Page>
      <PageHeader title={t('access.emergencies')}>{t('access.emergencies.what')}</PageHeader>
      <InDanger />
      {error && <ErrorState problem={error} onRetry={retry} />}
      {!error && (!waiting.data || (all.length === 0 && !page.data)) && (
        <Skeleton lines={6} heading />
      )}
      {waiting.data &&
        page.data &&
        (waitingNow.length === 0 && all.length === 0 ? (
          <EmptyState icon="shield" title={t('access.emergencies.empty')}>
            {t('access.emergencies.emptyNext')}
          </EmptyState>
        ) : (
          <Stack>
            <Group
              title={t('access.emergencies.waiting')}
              emergencies={waitingNow}
              none={t('access.emergencies.noneWaiting')}
            />
            <Group title={t('access.emergencies.mine')} emergencies={mine} />
            <Group title={t('access.emergencies.reviewed')} emergencies={reviewed} />
          </Stack>
        ))}
      {page.data?.emergencies.length === pageSize && (
        <Row>
          <Button isPending={page.isFetching} onPress={() => setEarlier(all)}>
            {t('access.emergencies.earlier')}
          </Button>
        </Row>
      )}
    </Page>
  )
}

/** The way in for whoever is named for it, at a desk or not: the person is looked up first. */
function InDanger() {
  const t = useWords()
  const me = useMe()
  const [typed, setTyped] = useState(nothingTyped)
  if (!me.emergency || !hasRole(me, ...whoMeetsPeople)) return null
  return (
    <Section title={t('access.emergencies.inDanger')}>
      <Stack gap="small">
        <Small>{t('access.emergencies.inDangerNext')}</Small>
        <LookUp typed={typed} onType={setTyped} />
      </Stack>
    </Section>
  )
}

interface GroupProps {
  title: string
  emergencies: readonly Emergency[]
  /** Said when there are none; without it the group is left out. */
  none?: string
}

function Group({ title, emergencies, none }: GroupProps) {
  if (emergencies.length === 0 && none === undefined) return null
  return (
    <Section title={title} bare>
      {emergencies.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Stack gap="small">
          {emergencies.map((emergency) => (
            <EmergencyCard key={emergency.id} emergency={emergency} />
          ))}
        </Stack>
      )}
    </Section>
  )
}
