import { useState } from 'react'
import { addWorker, listWorkers } from '@peyvand/domain/access/contract.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand } from '../../platform/query.ts'
import type { Language } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useAttempt } from './use-attempt.ts'
import { NameFields, PlaceFields } from './worker-fields.tsx'
import type { WorkerWords } from './worker-fields.tsx'
import type { Worker } from './workers-screen.tsx'

interface AddWorkerProps {
  workers: readonly Worker[]
  onAdded: (id: string) => void
}

export function AddWorker({ workers, onAdded }: AddWorkerProps) {
  const t = useWords()
  const { settings } = useLocale()
  const add = useCommand(addWorker, { stale: [listWorkers] })
  const attempt = useAttempt()
  const [id] = useState(() => newId())
  const [words, setWords] = useState<WorkerWords>({
    fullName: '',
    title: '',
    phone: '',
    supervisorId: null,
    deskIds: [],
  })
  const [userName, setUserName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<Role[]>(['caseworker'])
  const [language, setLanguage] = useState<Language>(settings.language)
  const send = async () => {
    const input = {
      ...words,
      id,
      userName,
      ...(email.trim() === '' ? {} : { email }),
      roles,
      language,
    }
    if (!(await attempt.run(() => add.run({ input })))) return
    showToast({ message: t('access.workers.added', { name: words.fullName }) })
    onAdded(id)
  }
  return (
    <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.workers.add')}>
      <NameFields words={words} onChange={setWords} />
      <FieldRow>
        <TextField
          name="userName"
          label={t('access.userName')}
          hint={t('access.userName.hint')}
          value={userName}
          onChange={setUserName}
          spellCheck="false"
          autoComplete="off"
          maxLength={40}
          isRequired
        />
        <TextField
          name="email"
          label={t('access.email')}
          hint={t('access.email.hint')}
          value={email}
          onChange={setEmail}
          type="email"
          direction="ltr"
          autoComplete="off"
          maxLength={200}
        />
      </FieldRow>
      <RoleChoice value={roles} onChange={setRoles} />
      <PlaceFields words={words} onChange={setWords} workers={workers} />
      <RadioGroup
        label={t('access.workers.language')}
        hint={t('access.workers.languageHint')}
        look="across"
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'fa', label: t('app.language.fa') },
          { value: 'en', label: t('app.language.en') },
        ]}
      />
      <FormActions>
        <Button type="submit" look="primary" isPending={attempt.isPending}>
          {t('access.workers.add')}
        </Button>
      </FormActions>
    </Form>
  )
}
