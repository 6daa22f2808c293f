import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listMyReferrals } from '@peyvand/domain/linking/contract.ts'
import { daysBetween } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { usePlace, useWaiting } from '../../platform/place.ts'
import { usePages } from '../../platform/query.ts'
import type { Pages } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { OutcomeMark, ReferralMark } from './referral-mark.tsx'
import { isSilent } from './rows.ts'

type ReferralRow = AnswerOf<typeof listMyReferrals>['referrals'][number]

const tabs = ['open', 'silent', 'ended'] as const
type Tab = (typeof tabs)[number]

const rowsOf = (answer: AnswerOf<typeof listMyReferrals>) => answer.referrals

/** Which referrals of all my cases wait, the silent ones first, each with the reason it is here. */
export function ReferralsScreen() {
  const t = useWords()
  const [show, setShow] = useSearchWord('show')
  usePlace(t('linking.inbox'))
  const selected = tabs.find((tab) => tab === show) ?? 'open'
  const silent = usePages(listMyReferrals, { query: { show: 'silent' } }, rowsOf)
  useWaiting('referrals', silent.isLoading ? undefined : silent.rows.length)
  return (
    <Page>
      <Stack>
        <PageHeader title={t('linking.inbox.question')}>
          {!silent.isLoading &&
            silent.problem == null &&
            t('linking.inbox.summary', { silent: silent.rows.length })}
        </PageHeader>
        <Tabs<Tab>
          label={t('linking.inbox')}
          selected={selected}
          onSelect={setShow}
          tabs={[
            {
              key: 'open',
              title: t('linking.inbox.open'),
              content: <OpenReferrals silent={silent} />,
            },
            {
              key: 'silent',
              title: t('linking.inbox.silent'),
              content: <ReferralList tab="silent" pages={silent} />,
            },
            { key: 'ended', title: t('linking.inbox.ended'), content: <EndedReferrals /> },
          ]}
        />
      </Stack>
    </Page>
  )
}

/** All that is open; the silent ones come first, whatever their age. */
function OpenReferrals({ silent }: { silent: Pages<ReferralRow> }) {
  const { today } = useLocale()
  const open = usePages(listMyReferrals, { query: { show: 'open' } }, rowsOf)
  const rest = open.rows.filter((row) => !isSilent(row, today))
  const pages: Pages<ReferralRow> = silent.hasMore
    ? silent
    : {
        ...open,
        rows: [...silent.rows, ...rest],
        isLoading: open.isLoading || silent.isLoading,
        problem: open.problem ?? silent.problem,
      }
  return <ReferralList tab="open" pages={pages} />
}

function EndedReferrals() {
  const pages = usePages(listMyReferrals, { query: { show: 'ended' } }, rowsOf)
  return <ReferralList tab="ended" pages={pages} />
}

function ReferralList({ tab, pages }: { tab: Tab; pages: Pages<ReferralRow> }) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDay, dayOfInstant } = useFormats()
  const because = useBecause()
  return (
    <PagedList<ReferralRow>
      {...pages}
      label={t(`linking.inbox.${tab}`)}
      rowKey={({ id }) => id}
      rowHref={({ caseId, id }) => `/cases/${caseId}/linking?referral=${id}`}
      empty={
        <EmptyState
          icon={tab === 'silent' ? 'check' : 'inbox'}
          title={t(`linking.inbox.empty.${tab}`)}
          action={tab === 'open' && <ButtonLink href="/cases">{t('linking.toCases')}</ButtonLink>}
        >
          {t(`linking.inbox.emptyNext.${tab}`)}
        </EmptyState>
      }
      columns={[
        {
          key: 'client',
          title: t('linking.inbox.client'),
          width: 'minmax(0, 1.6fr)',
          isHead: true,
          cell: (row) => <bdi>{row.clientName}</bdi>,
        },
        {
          key: 'stands',
          title: t('linking.inbox.stands'),
          width: 'minmax(0, 3fr)',
          cell: (row) => (
            <Stack gap="tight">
              <Row gap="small">
                <ReferralMark status={row.status} silent={isSilent(row, today)} bare />
                {row.outcome && <OutcomeMark outcome={row.outcome} />}
              </Row>
              <Small>{because(row)}</Small>
            </Stack>
          ),
        },
        {
          key: 'service',
          title: t('linking.inbox.service'),
          width: 'minmax(0, 2fr)',
          wideOnly: true,
          cell: (row) => (
            <Stack gap="tight">
              <span>
                <bdi>{row.serviceName}</bdi>
              </span>
              <Small tone="faint">
                <bdi>{row.organisationName}</bdi>
              </Small>
            </Stack>
          ),
        },
        {
          key: 'need',
          title: t('linking.inbox.need'),
          width: 'minmax(0, 1.6fr)',
          wideOnly: true,
          cell: (row) => (
            <Small>
              <bdi>{row.needStatement}</bdi>
            </Small>
          ),
        },
        {
          key: 'sent',
          title: t('linking.inbox.sent'),
          width: '8rem',
          wideOnly: true,
          cell: (row) => <Small>{row.sentAt && formatDay(dayOfInstant(row.sentAt))}</Small>,
        },
      ]}
    />
  )
}

/** One sentence for each: the fact, the norm, and what ends the waiting. */
function useBecause(): (row: ReferralRow) => string {
  const t = useWords()
  const { today } = useLocale()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  return (row) => {
    const organisation = row.organisationName
    if (isSilent(row, today) && row.sentAt && row.answerExpectedOn) {
      return t('linking.silentSince', {
        organisation,
        days: daysBetween(dayOfInstant(row.sentAt), today),
        day: formatDay(row.answerExpectedOn),
      })
    }
    switch (row.status) {
      case 'draft':
        return t('linking.inbox.because.draft')
      case 'sent':
        return row.seenAt
          ? t('linking.inbox.because.seen', { organisation, at: formatInstant(row.seenAt) })
          : t('linking.inbox.because.sent', {
              organisation,
              day: row.answerExpectedOn ? formatDay(row.answerExpectedOn) : '',
            })
      case 'accepted':
        return t('linking.inbox.because.accepted', { organisation })
      case 'started':
        return t('linking.inbox.because.started', { organisation })
      case 'waiting':
        return t('linking.inbox.because.waiting', { organisation })
      case 'completed':
      case 'declined':
      case 'stopped':
      case 'cancelled':
      case 'entered_in_error':
        return row.outcome
          ? t('linking.inbox.because.known', { organisation })
          : t('linking.inbox.because.noOutcome', { organisation })
    }
  }
}
