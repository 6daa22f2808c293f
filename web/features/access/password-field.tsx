import { useState } from 'react'
import { longestPassword, shortestPassword } from '@peyvand/domain/access/password.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Stack } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface PasswordFieldProps {
  /** `new` is being chosen; `current` is the one there is. */
  kind: 'new' | 'current'
  name: string
  label: string
  value: string
  onChange: (value: string) => void
}

/** A password: hidden while typed, and shown when asked, so that it need not be typed twice. */
export function PasswordField({ kind, label, value, onChange, ...rest }: PasswordFieldProps) {
  const t = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <Stack gap="tight">
      <TextField
        {...rest}
        label={label}
        value={value}
        onChange={onChange}
        type={isShown ? 'text' : 'password'}
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        maxLength={longestPassword}
        spellCheck="false"
        autoCorrect="off"
        isRequired
        hint={
          kind === 'new' ? t('access.password.hint', { shortest: shortestPassword }) : undefined
        }
      />
      <div>
        <Button look="link" size="small" icon="eye" onPress={() => setShown(!isShown)}>
          {isShown ? t('access.password.hide') : t('access.password.show')}
        </Button>
      </div>
    </Stack>
  )
}
