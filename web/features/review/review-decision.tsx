import { addDays } from '@peyvand/domain/calendar/day.ts'
import { decisions } from '@peyvand/domain/review/review.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { doesGoOn } from './written-review.ts'
import type { ReviewPartProps } from './written-review.ts'

/** How it goes on, why, and when it is looked at next. */
export function ReviewDecision({ written, change }: ReviewPartProps) {
  const t = useWords()
  return (
    <Section title={t('review.decision')}>
      <Stack>
        <RadioGroup
          label={t('review.decision')}
          labelHidden
          options={decisions.map((value) => ({
            value,
            label: t(`review.decision.${value}`),
            hint: t(`review.decision.${value}.hint`),
          }))}
          value={written.decision}
          onChange={(decision) => change({ decision })}
        />
        <TextArea
          label={t('review.decisionReason')}
          hint={t('review.decisionReasonHint')}
          name="decisionReason"
          value={written.decisionReason}
          onChange={(decisionReason) => change({ decisionReason })}
          isRequired
        />
        {doesGoOn(written.decision) && (
          <DayField
            label={t('review.next')}
            name="nextOn"
            value={written.nextOn}
            onChange={(next) => change({ nextOn: next })}
            min={addDays(written.onDay, 1)}
            isRequired
          />
        )}
      </Stack>
    </Section>
  )
}
