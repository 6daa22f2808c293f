import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Stack } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ReviewPartProps } from './written-review.ts'

/** What the client says to it, or why nothing is written. */
export function ReviewClientSays({ written, change }: ReviewPartProps) {
  const t = useWords()
  return (
    <Section title={t('review.clientSays')}>
      <Stack>
        <TextArea
          label={t('review.clientSaysLabel')}
          hint={t('review.clientSaysHint')}
          name="clientSays"
          value={written.clientSays}
          onChange={(clientSays) => change({ clientSays })}
          wide
        />
        {written.clientSays.trim() === '' && (
          <TextField
            label={t('review.clientSaysMissing')}
            hint={t('review.clientSaysMissingHint')}
            name="clientSaysMissing"
            value={written.clientSaysMissing}
            onChange={(clientSaysMissing) => change({ clientSaysMissing })}
            maxLength={1000}
          />
        )}
      </Stack>
    </Section>
  )
}
