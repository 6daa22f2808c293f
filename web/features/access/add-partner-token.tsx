import { useState } from 'react'
import { addPartnerToken, listTokens } from '@peyvand/domain/access/contract.ts'
import { partnerScopes } from '@peyvand/domain/access/token-scopes.ts'
import type { PartnerScope } from '@peyvand/domain/access/token-scopes.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RecipientField } from '../linking/recipient-field.tsx'
import type { Recipient } from '../linking/recipient-field.tsx'
import styles from './add-partner-token.module.css'
import { ProveAgainDialog } from './prove-again-dialog.tsx'
import { useProvedAttempt } from './use-proved-attempt.ts'
import { useScopeNames } from './use-scope-names.ts'

type Made = AnswerOf<typeof addPartnerToken>

/** Lets the system of a partner in, for the referrals of one organisation. */
export function AddPartnerToken() {
  const t = useWords()
  return (
    <Dialog
      title={t('access.partnerToken')}
      trigger={
        <Button look="primary" icon="plus">
          {t('access.partnerToken')}
        </Button>
      }
    >
      {(close) => <PartnerToken onClose={close} />}
    </Dialog>
  )
}

function PartnerToken({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Made>()
  return made ? <MadeToken made={made} onClose={onClose} /> : <TokenForm onMade={setMade} />
}

function TokenForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useWords()
  const scopeName = useScopeNames()
  const add = useCommand(addPartnerToken, { stale: [listTokens] })
  const attempt = useProvedAttempt()
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState<Recipient>()
  const [scopes, setScopes] = useState<PartnerScope[]>([...partnerScopes])
  const [days, setDays] = useState<'90' | '365' | '730'>('365')
  const send = () => {
    if (!organisation) return
    const input = { name, organisationId: organisation.id, scopes, days: Number(days) }
    void attempt.run(async () => onMade(await add.run({ input })))
  }
  return (
    <>
      <Form problem={attempt.problem} onSubmit={send} label={t('access.partnerToken')}>
        <p>{t('access.partnerToken.what')}</p>
        <RecipientField
          label={t('access.partnerToken.organisation')}
          hint={t('access.partnerToken.organisationHint')}
          name="organisationId"
          value={organisation}
          onChange={setOrganisation}
        />
        <TextField
          name="name"
          label={t('access.tokens.name')}
          hint={t('access.partnerToken.nameHint')}
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={120}
          isRequired
        />
        <CheckboxGroup
          name="scopes"
          label={t('access.tokens.scopes')}
          options={partnerScopes.map((scope) => ({ value: scope, label: scopeName(scope) }))}
          value={scopes}
          onChange={setScopes}
          isRequired
        />
        <RadioGroup
          name="days"
          label={t('access.partnerToken.days')}
          look="across"
          options={[
            { value: '90', label: t('access.partnerToken.days.90') },
            { value: '365', label: t('access.partnerToken.days.365') },
            { value: '730', label: t('access.partnerToken.days.730') },
          ]}
          value={days}
          onChange={setDays}
        />
        <FormActions>
          <Button type="submit" look="primary" isPending={attempt.isPending}>
            {t('access.partnerToken.make')}
          </Button>
        </FormActions>
      </Form>
      <ProveAgainDialog {...attempt.proof} />
    </>
  )
}

/** The token itself, this once. */
function MadeToken({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const copy = async () => {
    await navigator.clipboard.writeText(made.token)
    showToast({ message: t('access.partnerToken.copied') })
  }
  return (
    <Stack>
      <p>{t('access.partnerToken.made', { day: formatDay(dayOfInstant(made.until)) })}</p>
      <p className={styles.token}>
        <bdi>{made.token}</bdi>
      </p>
      <Note icon="lock">{t('access.partnerToken.once')}</Note>
      <FormActions>
        <Button look="primary" icon="copy" onPress={() => void copy()}>
          {t('access.partnerToken.copy')}
        </Button>
        <Button onPress={onClose}>{t('access.partnerToken.kept')}</Button>
      </FormActions>
    </Stack>
  )
}
