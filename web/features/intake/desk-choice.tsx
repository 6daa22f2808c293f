import type { Eligibility, EligibilityFacts } from '@peyvand/domain/intake/assess-eligibility.ts'
import { assessEligibility } from '@peyvand/domain/intake/assess-eligibility.ts'
import { useWords } from '../../platform/words.tsx'
import { Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Section } from '../../ui/card.tsx'
import type { MyDesk } from './my-desks.ts'
import { RuleList } from './rule-list.tsx'

interface DeskChoiceProps {
  desks: readonly MyDesk[]
  facts: Omit<EligibilityFacts, 'placesLeft' | 'answers'>
  value: string
  onChange: (deskId: string) => void
}

/** Which programme: each says at once how far its rules fit what is known, and whether it has room. */
export function DeskChoice({ desks, facts, value, onChange }: DeskChoiceProps) {
  const t = useWords()
  const judged = desks.map((desk) => ({
    desk,
    eligibility: assessEligibility(desk.rules, { ...facts, placesLeft: desk.left, answers: {} }),
  }))
  const sorted = judged.toSorted(
    (one, other) => rankOf(one.eligibility) - rankOf(other.eligibility),
  )
  const isOnlyDesk = (desk: MyDesk) =>
    desks.every(({ id, programmeId }) => id === desk.id || programmeId !== desk.programmeId)
  const chosen = judged.find(({ desk }) => desk.id === value)
  return (
    <Stack>
      <RadioGroup
        label={t('intake.where.label')}
        options={sorted.map(({ desk, eligibility }) => ({
          value: desk.id,
          label: isOnlyDesk(desk) ? desk.programmeName : `${desk.programmeName} · ${desk.name}`,
          hint: [
            t(`intake.fits.${eligibility.outcome}`),
            desk.left === null
              ? ''
              : desk.left > 0
                ? t('intake.places.left', { left: desk.left })
                : t('intake.places.full', { waiting: desk.waiting }),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        value={value === '' ? null : value}
        onChange={onChange}
        isRequired
      />
      {chosen && (
        <Section title={t('intake.eligibility')} level={3}>
          <RuleList results={chosen.eligibility.results} />
        </Section>
      )}
    </Stack>
  )
}

/** What fits comes first; among what is still unknown, where something fits already. */
function rankOf({ outcome, results }: Eligibility): number {
  if (outcome === 'eligible') return 0
  if (outcome === 'ineligible') return 3
  return results.some(({ met, rule }) => met === true && rule.kind !== 'capacity') ? 1 : 2
}
