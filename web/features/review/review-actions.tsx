import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form.tsx'
import { ButtonLink } from '../../ui/link.tsx'

interface ReviewActionsProps {
  caseId: string
  command: { isPending: boolean }
  act: string
  /** What must still be written, in words. */
  missing: readonly string[]
}

/** The act once nothing is missing, and the way back with the draft kept. */
export function ReviewActions({ caseId, command, act, missing }: ReviewActionsProps) {
  const t = useWords()
  const { formatList } = useFormats()
  return (
    <FormActions>
      <Button
        type="submit"
        look="primary"
        isPending={command.isPending}
        lockedBecause={
          missing.length > 0 ? t('review.stillMissing', { what: formatList(missing) }) : undefined
        }
      >
        {act}
      </Button>
      <ButtonLink href={`/cases/${caseId}/review`} look="quiet">
        {t('monitoring.finishLater')}
      </ButtonLink>
    </FormActions>
  )
}
