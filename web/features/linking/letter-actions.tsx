import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { showToast } from '../../ui/toast.tsx'

interface LetterActionsProps {
  address: string
  back: string
  backWords: string
  printWords: string
}

/** What one can do with a letter while its code is in sight. */
export function LetterActions({ address, back, backWords, printWords }: LetterActionsProps) {
  const t = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    showToast({ message: t('linking.letter.copied') })
  }
  return (
    <>
      <ButtonLink href={back}>{backWords}</ButtonLink>
      <Button icon="copy" onPress={() => void copy()}>
        {t('linking.letter.copy')}
      </Button>
      <Button look="primary" icon="print" onPress={() => window.print()}>
        {printWords}
      </Button>
    </>
  )
}
