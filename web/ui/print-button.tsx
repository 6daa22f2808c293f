import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'

/** Prints the page one is on; what belongs to the screen alone is left out. */
export function PrintButton({ label }: { label?: string }) {
  const t = useWords()
  return (
    <Button icon="print" onPress={() => window.print()}>
      {label ?? t('ui.print')}
    </Button>
  )
}
