import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { whyOver } from './rows.ts'
import type { Consent, Referral } from './rows.ts'
import { useRefusalWords } from './use-refusal-words.ts'

export type NextStep = Referral['nextSteps'][number]

/** Steps that end our side of it stand apart, behind the menu. */
const apart = ['cancelled', 'entered_in_error']

interface StepMenuProps {
  referral: Referral
  onStep: (step: NextStep) => void
}

export function StepMenu({ referral, onStep }: StepMenuProps) {
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

/** The steps that are lawful now, each as a button, and the letter with which a partner answers. */
export function ReferralActions({ caseId, referral, consent, onStep }: ReferralActionsProps) {
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
