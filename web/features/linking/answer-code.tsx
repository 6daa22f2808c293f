import { askLinkCode } from '@peyvand/domain/linking/contract.ts'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'
import { useState } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { command } from '../../platform/api.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FocusFirst } from '../access/focus-first.tsx'
import { useAttempt } from '../access/use-attempt.ts'

/** What stands in the address of an answer link. */
export interface AnswerLink {
  token: string
  /** The client’s own, not a partner’s. */
  isOwn: boolean
  /** The link came by mail, and its code comes the same way. */
  byMail: boolean
}

interface AnswerCodeProps {
  link: AnswerLink
  /** An earlier opening has run out. */
  isOver: boolean
  /** Opens the link, or throws why not. */
  onCode: (code: string) => Promise<void>
}

/** The six digits that came with the link; until they are right the page knows nothing. */
export function AnswerCode({ link, isOver, onCode }: AnswerCodeProps) {
  const t = useWords()
  const { token, isOwn, byMail } = link
  const title = t(isOwn ? 'linking.own.page' : 'linking.answer')
  const attempt = useAttempt()
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const code = digitsOf(typed)
  const send = async () => {
    if (!(await attempt.run(() => onCode(code)))) setTyped('')
  }
  const ask = async () => {
    setTyped('')
    if (await attempt.run(() => command(askLinkCode, { input: { token } }))) setAsked(true)
  }
  if (attempt.problem instanceof Refused && attempt.problem.code === 'link_not_usable') {
    return (
      <EmptyState icon="lock" title={t('linking.answer.closed')}>
        {t(isOwn ? 'linking.own.closedNext' : 'linking.answer.closedNext')}
      </EmptyState>
    )
  }
  if (byMail && !isAsked) {
    return (
      <Stack>
        <PageHeader title={title}>{t('linking.answer.byMail')}</PageHeader>
        {isOver && <Note icon="clock">{t('linking.answer.overByMail')}</Note>}
        <Form problem={attempt.problem} onSubmit={() => void ask()}>
          <FormActions>
            <Button type="submit" look="primary" isPending={attempt.isPending} wide>
              {t('linking.answer.ask')}
            </Button>
          </FormActions>
        </Form>
        <Note icon="lock">{t('linking.answer.private')}</Note>
      </Stack>
    )
  }
  return (
    <Stack>
      <PageHeader title={title}>
        {t(
          byMail ? 'linking.answer.leadByMail' : isOwn ? 'linking.own.lead' : 'linking.answer.lead',
        )}
      </PageHeader>
      {isOver && !byMail && <Note icon="clock">{t('linking.answer.over')}</Note>}
      <FocusFirst key={byMail ? 'mailed' : 'printed'}>
        <Form problem={attempt.problem} onSubmit={() => void send()}>
          <TextField
            label={t('linking.answer.code')}
            hint={t(
              byMail
                ? 'linking.answer.codeHintByMail'
                : isOwn
                  ? 'linking.own.codeHint'
                  : 'linking.answer.codeHint',
            )}
            name="code"
            value={typed}
            onChange={setTyped}
            direction="ltr"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            validate={(value) =>
              digitsOf(value).length === 6 ? null : t('linking.answer.sixDigits')
            }
            isRequired
          />
          <FormActions>
            <Button type="submit" look="primary" isPending={attempt.isPending} wide>
              {t(isOwn ? 'linking.own.open' : 'linking.answer.open')}
            </Button>
            {byMail && (
              <Button look="quiet" onPress={() => void ask()}>
                {t('linking.answer.askAgain')}
              </Button>
            )}
          </FormActions>
        </Form>
      </FocusFirst>
      <Note icon="lock">{t('linking.answer.private')}</Note>
    </Stack>
  )
}

/** From any keyboard, with spaces or without. */
function digitsOf(typed: string): string {
  return toLatinDigits(typed).replace(/\D/g, '')
}
