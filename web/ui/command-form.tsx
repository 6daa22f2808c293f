import type { ReactNode } from 'react'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import { Form, FormActions } from './form.tsx'
import type { IconName } from './icon.tsx'

interface CommandFormProps {
  /** What it may send; the one that failed is told above, one under way holds the button. */
  commands: readonly { problem: unknown; isPending: boolean }[]
  /** Sends what was written and ends the matter; what went wrong stands in its command. */
  send: () => Promise<void>
  /** The act, as a verb and its object: “Record contact”. */
  act: ReactNode
  look?: 'primary' | 'danger'
  icon?: IconName
  lockedBecause?: ReactNode
  /** Where nothing beside leads back. */
  onBack?: () => void
  children: ReactNode
}

/** A form that ends in one act: the body of most dialogs and sheets. */
export function CommandForm({
  commands,
  send,
  act,
  look = 'primary',
  icon,
  lockedBecause,
  onBack,
  children,
}: CommandFormProps) {
  const t = useWords()
  return (
    <Form
      problem={commands.map(({ problem }) => problem).find(Boolean)}
      onSubmit={() => void send().catch(() => undefined)}
    >
      {children}
      <FormActions>
        <Button
          type="submit"
          look={look}
          {...(icon ? { icon } : {})}
          isPending={commands.some(({ isPending }) => isPending)}
          lockedBecause={lockedBecause}
        >
          {act}
        </Button>
        {onBack && (
          <Button look="quiet" onPress={onBack}>
            {t('ui.goBack')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}
