import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Code } from '../../ui/tag.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import styles from './linking.module.css'
import { OutcomeMark, ReferralMark } from './referral-mark.tsx'
import { isSilent } from './rows.ts'
import type { Referral } from './rows.ts'

type Need = CaseFile['needs'][number]

interface NeedsAndServicesProps {
  file: CaseFile
  referrals: readonly Referral[]
}

/** Every need with what is linked to it; a need that nothing answers stands out. */
export function NeedsAndServices({ file, referrals }: NeedsAndServicesProps) {
  const t = useWords()
  const ended = file.needs.filter(isSettled)
  const open = file.needs.filter((need) => !isSettled(need))
  const linkedTo = (need: Need) =>
    referrals.filter(({ needId, status }) => needId === need.id && status !== 'entered_in_error')
  const unlinked = open
    .filter((need) => !isLinked(linkedTo(need)))
    .toSorted((one, other) => other.severity - one.severity)
  if (file.needs.length === 0) {
    return (
      <Section title={t('linking.needs')}>
        <EmptyState
          icon="goal"
          title={t('linking.needs.empty')}
          action={
            <ButtonLink href={`/cases/${file.id}/assessment`}>{t('linking.needs.find')}</ButtonLink>
          }
        >
          {t('linking.needs.emptyNext')}
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section
      bare
      title={t('linking.needs')}
      aside={t('linking.needs.count', { count: open.length, unlinked: unlinked.length })}
    >
      <Stack gap="small">
        {[...unlinked, ...open.filter((need) => !unlinked.includes(need)), ...ended].map((need) => (
          <NeedCard
            key={need.id}
            file={file}
            need={need}
            linked={linkedTo(need)}
            isFirst={need === unlinked[0]}
          />
        ))}
      </Stack>
    </Section>
  )
}

/** The page on which services are found for a need. */
function servicesHref(caseId: string, needId: string): string {
  return `/cases/${caseId}/needs/${needId}/find-service`
}

/** Ended, or set aside with a reason. */
function isSettled(need: Need): boolean {
  return need.outcome !== null || need.setAsideReason !== ''
}

function isLinked(referrals: readonly Referral[]): boolean {
  return referrals.some(
    ({ status, outcome }) => !hasEnded(status) || outcome === 'got_help' || outcome === 'partly',
  )
}

interface NeedCardProps {
  file: CaseFile
  need: Need
  linked: readonly Referral[]
  isFirst: boolean
}

function NeedCard({ file, need, linked, isFirst }: NeedCardProps) {
  const t = useWords()
  const { today } = useLocale()
  const mayRefer = file.mayWrite && file.status === 'open'
  const isWaiting = !isSettled(need) && !isLinked(linked)
  return (
    <Card look={isWaiting ? 'open' : 'plain'} element="article">
      <Stack gap="tight">
        <Row align="baseline">
          <Code>{t('linking.needCode', { number: need.number })}</Code>
          <h3 className={`${styles.grows} ${styles.name}`}>
            <Link href={`/cases/${file.id}/needs/${need.id}`} look="plain">
              <bdi>{need.statement}</bdi>
            </Link>
          </h3>
        </Row>
        <Row>
          <SeverityBars severity={need.severity} />
          <Small>{t('linking.severity', { severity: need.severity })}</Small>
        </Row>
        {linked.length > 0 && (
          <ul className={styles.linked}>
            {linked.map((referral) => (
              <li key={referral.id}>
                <bdi>{referral.serviceName}</bdi>
                <Row gap="small">
                  <ReferralMark status={referral.status} silent={isSilent(referral, today)} bare />
                  {referral.outcome && <OutcomeMark outcome={referral.outcome} />}
                </Row>
              </li>
            ))}
          </ul>
        )}
        {need.outcome !== null ? (
          <StateMark state={need.outcome === 'met' ? 'done' : 'refused'} bare>
            {t('linking.needs.ended')}
          </StateMark>
        ) : need.setAsideReason !== '' ? (
          <Small>{t('linking.needs.setAside', { reason: need.setAsideReason })}</Small>
        ) : (
          <>
            {isWaiting && (
              <Because>
                {linked.length === 0 ? t('linking.needs.unlinked') : t('linking.needs.noHelp')}
              </Because>
            )}
            {mayRefer && (
              <Row>
                <ButtonLink
                  href={servicesHref(file.id, need.id)}
                  icon="search"
                  size="small"
                  look={isFirst ? 'primary' : isWaiting ? 'plain' : 'quiet'}
                >
                  {isWaiting ? t('linking.findService') : t('linking.findAnother')}
                </ButtonLink>
              </Row>
            )}
          </>
        )}
      </Stack>
    </Card>
  )
}
