import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { listReviews } from '@peyvand/domain/review/contract.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Stack } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ReviewPartProps } from './written-review.ts'

interface ReviewPeopleProps extends ReviewPartProps {
  page: AnswerOf<typeof listReviews>
}

/** When, and who was there. */
export function ReviewPeople({ page, written, change }: ReviewPeopleProps) {
  const t = useWords()
  const { today } = useLocale()
  return (
    <Section title={t('review.who')}>
      <Stack>
        <DayField
          label={t('review.day')}
          name="onDay"
          value={written.onDay}
          onChange={(onDay) => onDay && change({ onDay })}
          max={today}
          isRequired
        />
        <CheckboxGroup
          label={t('review.participants')}
          options={[...new Set([...page.people, ...page.team])].map((name) => ({
            value: name,
            label: name,
          }))}
          value={written.present}
          onChange={(present) => change({ present })}
          across
        />
        <TextField
          label={t('review.others')}
          value={written.others}
          onChange={(others) => change({ others })}
          maxLength={300}
        />
      </Stack>
    </Section>
  )
}
