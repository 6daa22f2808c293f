import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Row } from '../../ui/layout.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { NeedLives } from '../../ui/need-life.tsx'
import type { Station, Stations } from '../../ui/need-life.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { CaseFile } from './case-frame.tsx'

type Need = CaseFile['needs'][number]

const open = ['sent', 'accepted', 'started', 'waiting', 'draft']

/** Each need on one line from where it was found to what came of it; nobody's need is lost. */
export function NeedsAndTheirLife({ file }: { file: CaseFile }) {
  const t = useWords()
  const stationsOf = useStations(file.id)
  const unanswered = file.needs.filter(({ standing }) => standing === 'unanswered').length
  const ended = file.needs.filter(({ outcome }) => outcome !== null).length
  if (file.needs.length === 0) {
    return (
      <Section title={t('cases.needs')}>
        <EmptyState
          icon="list"
          title={t('cases.needs.empty')}
          action={
            file.mayWrite && (
              <ButtonLink href={`/cases/${file.id}/assessment`}>{t('cases.needs.find')}</ButtonLink>
            )
          }
        >
          {t('cases.needs.emptyNext')}
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section
      title={t('cases.needs')}
      aside={t('cases.needs.count', { count: file.needs.length, ended, unanswered })}
    >
      <NeedLives
        headings={[
          t('cases.station.need'),
          t('cases.station.goal'),
          t('cases.station.referral'),
          t('cases.station.outcome'),
        ]}
        lives={file.needs.map((need) => ({ key: need.id, stations: stationsOf(need) }))}
      />
    </Section>
  )
}

function useStations(caseId: string): (need: Need) => Stations {
  const t = useWords()
  const { formatDay, formatNumber, dayOfInstant } = useFormats()

  return (need) => {
    const goal = need.goals.find(({ refused }) => !refused)
    const referral =
      need.referrals.find(({ status }) => open.includes(status)) ?? need.referrals.at(-1)
    const isUnanswered = need.standing === 'unanswered'
    const found: Station = {
      look: isUnanswered ? 'unanswered' : 'reached',
      leadsOn: Boolean(goal ?? referral ?? need.outcome),
      title: (
        <Link href={`/cases/${caseId}/needs/${need.id}`} look="plain">
          {need.statement}
        </Link>
      ),
      detail: (
        <Row>
          <SeverityBars severity={need.severity} />
          {isUnanswered
            ? t('cases.need.unansweredSince', { day: formatDay(need.foundOn) })
            : need.standing === 'set_aside'
              ? t('cases.need.setAside', { reason: need.setAsideReason })
              : t('cases.need.severity', { severity: need.severity })}
        </Row>
      ),
    }
    const planned: Station = goal
      ? {
          look: need.outcome || referral ? 'reached' : 'open',
          leadsOn: Boolean(referral ?? need.outcome),
          title: t('cases.need.goalWords', { words: goal.words }),
          detail:
            goal.levelNow === null
              ? t('cases.need.goalNumber', { number: goal.number })
              : t('cases.need.goalLevel', {
                  number: goal.number,
                  level: formatNumber(goal.levelNow, { signDisplay: 'exceptZero' }),
                }),
        }
      : { look: 'waiting', leadsOn: false }
    const linked: Station = referral
      ? {
          look: need.standing === 'silent' ? 'silent' : need.outcome ? 'reached' : 'open',
          leadsOn: need.outcome !== null,
          title: <bdi>{referral.serviceName}</bdi>,
          detail: t(`cases.referral.${referral.status}` as 'cases.referral.sent', {
            day: referral.sentAt ? formatDay(dayOfInstant(referral.sentAt)) : '',
          }),
        }
      : { look: 'waiting', leadsOn: need.outcome !== null }
    const ended: Station = need.outcome
      ? {
          look: need.outcome === 'unmet' ? 'unanswered' : 'reached',
          leadsOn: false,
          title: (
            <StateMark
              state={
                need.outcome === 'met'
                  ? 'done'
                  : need.outcome === 'partly_met'
                    ? 'underway'
                    : 'refused'
              }
              bare
            >
              {t(`cases.outcome.${need.outcome}` as 'cases.outcome.met')}
            </StateMark>
          ),
          detail: need.outcomeReason,
        }
      : { look: 'waiting', leadsOn: false }
    return [found, planned, linked, ended]
  }
}
