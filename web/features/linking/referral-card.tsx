import { withdrawAnswerLink } from '@peyvand/domain/linking/contract.ts'
import { hasEnded, referralSteps } from '@peyvand/domain/linking/referral-steps.ts'
import { useEffect, useRef, useState } from 'react'
import { daysBetween } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Code, Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import styles from './linking.module.css'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { OutcomeMark, ReferralMark, StepMark } from './referral-mark.tsx'
import { isSilent, whyOver } from './rows.ts'
import type { Consent, Referral } from './rows.ts'
import { SendDraftDialog } from './send-draft-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useLinkingCommand } from './use-linking-command.ts'
import { useGroupList, useRefusalWords } from './use-refusal-words.ts'

type NextStep = Referral['nextSteps'][number]

interface ReferralCardProps {
  file: CaseFile
  referral: Referral
  consents: readonly Consent[]
}

/** One referral: where it stands, what came of it, how it got here, and what may be done now. */
export function ReferralCard({ file, referral, consents }: ReferralCardProps) {
  const t = useWords()
  const { today } = useLocale()
  const groupList = useGroupList()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  const [wanted] = useSearchWord('referral')
  const isWanted = wanted === referral.id
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWanted) place.current?.scrollIntoView({ block: 'center' })
  }, [isWanted])
  const [step, setStep] = useState<NextStep>()
  const consent = consents.find(({ id }) => id === referral.consentId)
  const need = file.needs.find(({ id }) => id === referral.needId)
  const silent = isSilent(referral, today)
  const isAsked = referral.status !== 'draft' && referral.status !== 'entered_in_error'
  return (
    <div ref={place} className={isWanted ? styles.wanted : undefined}>
      <Card element="article">
        <Stack gap="small">
          <Row spread align="start">
            <div className={styles.grows}>
              <h3>
                <bdi>{referral.serviceName}</bdi>
              </h3>
              <Small>
                <bdi>{referral.organisationName}</bdi>
              </Small>
            </div>
            <Row>
              <ReferralMark status={referral.status} silent={silent} />
              {file.mayWrite && <StepMenu referral={referral} onStep={setStep} />}
            </Row>
          </Row>
          <Row align="baseline">
            {need && <Code>{t('linking.needCode', { number: need.number })}</Code>}
            <span className={styles.grows}>
              <bdi>{referral.needStatement}</bdi>
            </span>
          </Row>
          {silent && referral.sentAt && referral.answerExpectedOn && (
            <Because>
              {t('linking.silentSince', {
                organisation: referral.organisationName,
                days: daysBetween(dayOfInstant(referral.sentAt), today),
                day: formatDay(referral.answerExpectedOn),
              })}
            </Because>
          )}
          <StatusReason referral={referral} />
          <Facts
            facts={[
              referral.sentAt &&
                t('linking.sentOn', { day: formatDay(dayOfInstant(referral.sentAt)) }),
              referral.seenAt && t('linking.seenAt', { at: formatInstant(referral.seenAt) }),
              referral.status === 'sent' && !referral.seenAt && t('linking.notSeen'),
              referral.status === 'sent' &&
                referral.answerExpectedOn &&
                t('linking.expectedOn', { day: formatDay(referral.answerExpectedOn) }),
              t('linking.sharedGroups', { groups: groupList(referral.sharedGroups) }),
              referral.basis !== 'consent' && t(`linking.basis.${referral.basis}`),
            ]}
          />
          {referral.doNotContactClient && (
            <Row>
              <Tag icon="phone">{t('linking.doNotContact')}</Tag>
            </Row>
          )}
          {isAsked && <OutcomeLine file={file} referral={referral} />}
          {file.mayWrite && (
            <ReferralActions
              caseId={file.id}
              referral={referral}
              consent={consent}
              onStep={setStep}
            />
          )}
          <Links file={file} referral={referral} consent={consent} />
          <History referral={referral} isOpen={isWanted} />
        </Stack>
      </Card>
      {step?.to === 'sent' ? (
        <SendDraftDialog
          file={file}
          referral={referral}
          consents={consents}
          onClose={() => setStep(undefined)}
        />
      ) : (
        step && (
          <StepDialog
            caseId={file.id}
            referral={referral}
            step={step}
            onClose={() => setStep(undefined)}
          />
        )
      )}
    </div>
  )
}

/** Why it stands there, where that needs a reason; otherwise what was said along with it. */
function StatusReason({ referral }: { referral: Referral }) {
  const t = useWords()
  const { status, statusReason } = referral
  if (statusReason === '') return null
  const isReason = referralSteps.some(({ to, needsReason }) => to === status && needsReason)
  return isReason ? (
    <Because>
      <bdi>{statusReason}</bdi>
    </Because>
  ) : (
    <p>{t('linking.said', { words: statusReason })}</p>
  )
}

function OutcomeLine({ file, referral }: { file: CaseFile; referral: Referral }) {
  const t = useWords()
  const { formatDay } = useFormats()
  const [isTelling, setTelling] = useState(false)
  if (referral.status === 'sent' && !referral.outcome) return null
  return (
    <div className={styles.outcome}>
      <Row gap="small">
        <b>{t('linking.outcome')}</b>
        {referral.outcome ? (
          <>
            <OutcomeMark outcome={referral.outcome} />
            {referral.outcomeBy && (
              <Small>
                {t('linking.outcome.told', {
                  by: referral.outcomeBy,
                  day: referral.outcomeOn ? formatDay(referral.outcomeOn) : '',
                })}
              </Small>
            )}
          </>
        ) : (
          <Small>
            {hasEnded(referral.status) ? t('linking.outcome.none') : t('linking.outcome.notYet')}
          </Small>
        )}
        {file.mayWrite && (
          <Button look="quiet" size="small" onPress={() => setTelling(true)}>
            {referral.outcome ? t('linking.outcome.change') : t('linking.outcome.record')}
          </Button>
        )}
      </Row>
      {referral.outcomeNote !== '' && (
        <p>
          <bdi>{referral.outcomeNote}</bdi>
        </p>
      )}
      {isTelling && (
        <OutcomeDialog caseId={file.id} referral={referral} onClose={() => setTelling(false)} />
      )}
    </div>
  )
}

/** Steps that end our side of it stand apart, behind the menu. */
const apart = ['cancelled', 'entered_in_error']

interface StepMenuProps {
  referral: Referral
  onStep: (step: NextStep) => void
}

function StepMenu({ referral, onStep }: StepMenuProps) {
  const t = useWords()
  const steps = referral.nextSteps.filter(({ to }) => apart.includes(to))
  if (steps.length === 0) return null
  return (
    <Menu
      label={t('linking.moreSteps')}
      trigger={<IconButton icon="more" size="small" label={t('linking.moreSteps')} />}
      entries={steps.map((step) => ({
        key: step.to,
        label: t(`linking.step.${step.to}`),
        look: 'danger' as const,
        onAction: () => onStep(step),
      }))}
    />
  )
}

interface ReferralActionsProps extends StepMenuProps {
  caseId: string
  consent: Consent | undefined
}

function ReferralActions({ caseId, referral, consent, onStep }: ReferralActionsProps) {
  const t = useWords()
  const { today } = useLocale()
  const refusalWords = useRefusalWords()
  const steps = referral.nextSteps.filter(({ to }) => !apart.includes(to))
  const hasLetter = referral.status !== 'draft' && !hasEnded(referral.status)
  const whyNoLetter = consent && whyOver(consent, today)
  if (steps.length === 0) return null
  return (
    <Row align="start">
      {steps.map((step) => (
        <Button
          key={step.to}
          size="small"
          {...(step.to === 'sent' ? { icon: 'send' as const } : {})}
          onPress={() => onStep(step)}
        >
          {t(`linking.step.${step.to}`)}
        </Button>
      ))}
      {hasLetter &&
        (whyNoLetter ? (
          <Button size="small" icon="print" lockedBecause={refusalWords(whyNoLetter)}>
            {t('linking.letter.make')}
          </Button>
        ) : (
          <ButtonLink
            size="small"
            icon="print"
            href={`/cases/${caseId}/referrals/${referral.id}/letter`}
          >
            {t('linking.letter.make')}
          </ButtonLink>
        ))}
    </Row>
  )
}

interface LinksProps {
  file: CaseFile
  referral: Referral
  consent: Consent | undefined
}

/** The links by which a partner may answer: who holds each, and whether it still opens. */
function Links({ file, referral, consent }: LinksProps) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  const withdraw = useLinkingCommand(withdrawAnswerLink)
  const isClosed = hasEnded(referral.status) || (consent && whyOver(consent, today))
  const usable = isClosed
    ? []
    : referral.links.filter(
        ({ withdrawnAt, expiresAt }) => !withdrawnAt && dayOfInstant(expiresAt) >= today,
      )
  if (usable.length === 0) return null
  return (
    <ul className={styles.links} aria-label={t('linking.links')}>
      {usable.map((link) => (
        <li key={link.id}>
          <Icon name="link" size="small" />
          <span className={styles.grows}>
            {t('linking.link.of', {
              name: link.recipientName,
              day: formatDay(dayOfInstant(link.expiresAt)),
            })}{' '}
            <Small>
              {link.tries >= mostTries
                ? t('linking.link.locked')
                : link.openedAt
                  ? t('linking.link.opened', { at: formatInstant(link.openedAt) })
                  : t('linking.link.notOpened')}
            </Small>
          </span>
          {file.mayWrite && (
            <ConfirmDialog
              title={t('linking.link.withdraw.ask', { name: link.recipientName })}
              act={t('linking.link.withdraw')}
              look="danger"
              trigger={
                <Button look="quiet" size="small">
                  {t('linking.link.withdraw')}
                </Button>
              }
              onConfirm={async () => {
                await withdraw.run({
                  params: { caseId: file.id, referralId: referral.id, linkId: link.id },
                })
                showToast({ message: t('linking.link.withdrawn') })
              }}
            >
              {t('linking.link.withdraw.what')}
            </ConfirmDialog>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Wrong codes after which a link stays shut. */
const mostTries = 5

function History({ referral, isOpen }: { referral: Referral; isOpen: boolean }) {
  const t = useWords()
  const { formatInstant } = useFormats()
  const hasMore = referral.note !== '' || referral.clientChoice !== '' || referral.basisWords !== ''
  if (referral.steps.length === 0 && !hasMore) return null
  return (
    <details className={styles.history} open={isOpen || undefined}>
      <summary>
        {t('linking.history')}
        <Icon name="down" size="small" />
      </summary>
      <Stack gap="small">
        {referral.note !== '' && <Told what={t('linking.note')}>{referral.note}</Told>}
        {referral.clientChoice !== '' && (
          <Told what={t('linking.clientChoice')}>{referral.clientChoice}</Told>
        )}
        {referral.basisWords !== '' && (
          <Told what={t('linking.basisWords')}>{referral.basisWords}</Told>
        )}
        <ol className={styles.steps}>
          {referral.steps.map((step) => (
            <li key={step.id}>
              <StepMark to={step.to} />
              <Small>
                {step.bySide === 'partner'
                  ? t('linking.history.byPartner', { at: formatInstant(step.at) })
                  : t('linking.history.byUs', {
                      at: formatInstant(step.at),
                      name: step.byName ?? '',
                    })}
              </Small>
              {step.reason !== '' && (
                <p>
                  <bdi>{step.reason}</bdi>
                </p>
              )}
            </li>
          ))}
        </ol>
      </Stack>
    </details>
  )
}

function Told({ what, children }: { what: string; children: string }) {
  return (
    <div>
      <Small tone="faint">{what}</Small>
      <p className={styles.told}>
        <bdi>{children}</bdi>
      </p>
    </div>
  )
}
