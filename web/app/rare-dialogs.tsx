import { useEffect, useState } from 'react'
import { onSignedOut } from '../platform/api.ts'
import { lazyPart } from '../platform/lazy-part.tsx'
import { useShortcut } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'

const KeysDialog = lazyPart(async () => (await import('./keys-dialog.tsx')).KeysDialog)
const SignedOutDialog = lazyPart(
  async () => (await import('./signed-out-dialog.tsx')).SignedOutDialog,
)

/** Dialogs of the frame that most visits never open; fetched when they are. */
export function RareDialogs() {
  const t = useWords()
  const [opened, setOpened] = useState<'keys' | 'signed out'>()
  const close = () => setOpened(undefined)
  useShortcut('?', t('app.keys'), () => setOpened('keys'))
  useEffect(() => onSignedOut(() => setOpened('signed out')), [])
  return (
    <>
      {opened === 'keys' && <KeysDialog onClose={close} />}
      {opened === 'signed out' && <SignedOutDialog onClose={close} />}
    </>
  )
}
