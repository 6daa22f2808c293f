import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readService } from '@peyvand/domain/directory/contract.ts'
import { listReferrals, mailAnswerLink, makeAnswerLink } from '@peyvand/domain/linking/contract.ts'
import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { isAbsent } from '../../platform/api-problem.ts'
import { usePlace } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useGo, useParam } from '../../platform/route.ts'
import type { Language } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FocusFirst } from '../access/focus-first.tsx'
import { nameOf } from '../cases/names.ts'
import { LetterActions } from './letter-actions.tsx'
import { LetterPaper } from './letter-paper.tsx'
import type { Letter } from './letter-paper.tsx'
import { LinkAddress, LinkExpiry, LinkHow, useLinkWay } from './link-fields.tsx'
import { addressOf, makeSecrets } from './make-secrets.ts'
import { PaperFrame } from './paper-frame.tsx'
import { usePaperWords } from './paper-words.ts'
import type { Referral } from './rows.ts'
import { useLinkingCommand } from './use-linking-command.ts'

/** An introduction letter with which the partner can answer; its secrets are seen here once. */
export function LetterScreen() {
  const t = useWords()
  const caseId = useParam('caseId')
  const referralId = useParam('referralId')
  const file = useEndpoint(readCase, { params: { caseId } })
  const referrals = useEndpoint(listReferrals, { params: { caseId } })
  const [letter, setLetter] = useState<Letter>()
  const linking = `/cases/${caseId}/linking?referral=${referralId}`
  const name = file.data ? nameOf(file.data.client) : ''
  usePlace(t('linking.letter'), [
    { title: t('cases.list.title'), href: '/cases' },
    { title: name, href: `/cases/${caseId}` },
    { title: t('linking.title'), href: linking },
  ])
  const problem = file.error ?? referrals.error
  const referral = referrals.data?.referrals.find(({ id }) => id === referralId)
  if (letter) return <LetterMade letter={letter} back={linking} />
  if (isAbsent(problem)) return <NotFoundPage />
  return (
    <Page>
      {problem ? (
        <ErrorState
          problem={problem}
          onRetry={() => void Promise.all([file.refetch(), referrals.refetch()])}
        />
      ) : !file.data || !referrals.data ? (
        <Skeleton lines={8} heading />
      ) : !referral || referral.status === 'draft' || hasEnded(referral.status) ? (
        <>
          <PageHeader title={t('linking.letter')} />
          <EmptyState
            icon="file"
            title={t('linking.letter.notNow')}
            action={<ButtonLink href={linking}>{t('linking.back')}</ButtonLink>}
          >
            {t('linking.letter.notNowNext')}
          </EmptyState>
        </>
      ) : (
        <MakeLetter
          caseId={caseId}
          referral={referral}
          clientName={name}
          onMade={setLetter}
          back={linking}
        />
      )}
    </Page>
  )
}

interface MakeLetterProps {
  caseId: string
  referral: Referral
  clientName: string
  onMade: (letter: Letter) => void
  back: string
}

function MakeLetter({ caseId, referral, clientName, onMade, back }: MakeLetterProps) {
  const t = useWords()
  const { settings } = useLocale()
  const go = useGo()
  const service = useEndpoint(readService, { params: { serviceId: referral.serviceId } })
  const make = useLinkingCommand(makeAnswerLink)
  const mail = useLinkingCommand(mailAnswerLink)
  const [typed, setWay] = useLinkWay(settings.language)
  const registered = service.data?.email || service.data?.organisation.email || ''
  const way = { ...typed, email: typed.email || registered }
  const { how, email, language, expiresOn } = way
  const byMail = how === 'mail'
  const [made] = useState(() => ({ id: newId(), ...makeSecrets() }))
  const [recipientName, setRecipientName] = useState('')
  const [note, setNote] = useState('')
  const send = async () => {
    if (!expiresOn) return
    if (byMail) {
      await mail.run({
        params: { caseId, referralId: referral.id },
        input: { id: made.id, recipientName, email, language, expiresOn },
      })
      showToast({ message: t('linking.letter.mailed') })
      go(back)
      return
    }
    const input = { ...made, recipientName, expiresOn }
    await make.run({ params: { caseId, referralId: referral.id }, input })
    onMade({
      clientName,
      recipientName: recipientName.trim(),
      organisationName: referral.organisationName,
      serviceName: referral.serviceName,
      note: note.trim(),
      address: addressOf(made.token),
      code: made.code,
      expiresOn,
    })
  }
  return (
    <>
      <PageHeader title={t('linking.letter.ask')}>
        {t('linking.letter.what', { organisation: referral.organisationName })}
      </PageHeader>
      <Section title={t('linking.letter.for', { service: referral.serviceName })}>
        <FocusFirst>
          <Form
            problem={byMail ? mail.problem : make.problem}
            onSubmit={() => void send().catch(() => undefined)}
          >
            <LinkHow value={way} onChange={setWay} />
            <TextField
              label={t('linking.letter.recipient')}
              hint={t('linking.letter.recipientHint')}
              name="recipientName"
              value={recipientName}
              onChange={setRecipientName}
              maxLength={200}
              isRequired
            />
            {byMail ? (
              <LinkAddress value={way} onChange={setWay} hint={t('linking.letter.emailHint')} />
            ) : (
              <TextArea
                label={t('linking.letter.note')}
                hint={t('linking.letter.noteHint')}
                name="note"
                value={note}
                onChange={setNote}
                maxLength={500}
                lines={2}
              />
            )}
            <LinkExpiry value={way} onChange={setWay} />
            <FormActions>
              <Button
                type="submit"
                look="primary"
                icon="link"
                isPending={byMail ? mail.isPending : make.isPending}
              >
                {byMail ? t('linking.letter.mailNow') : t('linking.letter.makeNow')}
              </Button>
              <ButtonLink look="quiet" href={back}>
                {t('ui.goBack')}
              </ButtonLink>
            </FormActions>
          </Form>
        </FocusFirst>
      </Section>
    </>
  )
}

function LetterMade({ letter, back }: { letter: Letter; back: string }) {
  const t = useWords()
  const { settings } = useLocale()
  const [language, setLanguage] = useState<Language>(settings.language)
  const words = usePaperWords(language)
  return (
    <PaperFrame
      title={t('linking.letter')}
      lead={t('linking.letter.once')}
      actions={
        <LetterActions
          address={letter.address}
          back={back}
          backWords={t('linking.back')}
          printWords={t('linking.letter.print')}
        />
      }
      language={language}
      onLanguage={setLanguage}
      words={words}
    >
      {(paper) => <LetterPaper letter={letter} words={paper} />}
    </PaperFrame>
  )
}
