import { useWords } from '../platform/words.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormActions } from '../ui/form.tsx'

/** When the session has ended while one was at work: nothing is lost, and the way back is here. */
export function SignedOutDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  return (
    <Dialog title={t('app.signedOut')} isOpen onOpenChange={onClose} size="small">
      <p>{t('app.signedOut.kept')}</p>
      <FormActions>
        <Button
          look="primary"
          onPress={() => {
            const here = location.pathname + location.search
            location.assign(`/sign-in?then=${encodeURIComponent(here)}`)
          }}
        >
          {t('app.signInAgain')}
        </Button>
      </FormActions>
    </Dialog>
  )
}
