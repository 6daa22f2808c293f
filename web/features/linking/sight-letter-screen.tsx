import { readCase } from '@peyvand/domain/cases/contract.ts'
import { listSightLinks, mailSightLink, makeSightLink } from '@peyvand/domain/linking/contract.ts'
import { whyNotGiveSight } from '@peyvand/domain/linking/sight.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { isAbsent, Refused } from '../../platform/api-problem.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo, useParam } from '../../platform/route.ts'
import type { Language } from '../../platform/settings.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { nameOf } from '../cases/names.ts'
import { SafeContact } from '../cases/safe-contact.tsx'
import { LetterActions } from './letter-actions.tsx'
import { LetterOpening } from './letter-opening.tsx'
import type { WayIn } from './letter-opening.tsx'
import { LinkAddress, LinkExpiry, LinkHow, useLinkWay } from './link-fields.tsx'
import { addressOf, makeSecrets } from './make-secrets.ts'
import { PaperFrame } from './paper-frame.tsx'
import { languageOf, usePaperWords } from './paper-words.ts'
import type { PaperWords } from './paper-words.ts'
import styles from './paper.module.css'

/** The paper, or mail, by which a client sees who can see the case; its secrets are seen here once. */
export function SightLetterScreen() {
  const t = useWords()
  const caseId = useParam('caseId')
  const file = useEndpoint(readCase, { params: { caseId } })
  const [made, setMade] = useState<WayIn>()
  const back = `/cases/${caseId}/who-can-see`
  usePlace(t('linking.own.letter'), [
    { title: t('cases.list.title'), href: '/cases' },
    { title: file.data ? nameOf(file.data.client) : '', href: `/cases/${caseId}` },
    { title: t('cases.tab.whoCanSee'), href: back },
  ])
  if (isAbsent(file.error)) return <NotFoundPage />
  if (made && file.data) return <PaperMade file={file.data} way={made} back={back} />
  return (
    <Page>
      {file.error ? (
        <ErrorState problem={file.error} onRetry={() => void file.refetch()} />
      ) : file.data ? (
        <MakePaper file={file.data} back={back} onMade={setMade} />
      ) : (
        <Skeleton lines={8} heading />
      )}
    </Page>
  )
}

interface MakePaperProps {
  file: CaseFile
  back: string
  onMade: (way: WayIn) => void
}

function MakePaper({ file, back, onMade }: MakePaperProps) {
  const t = useWords()
  const go = useGo()
  const problemWords = useProblemWords()
  const { settings, today } = useLocale()
  const { client } = file
  const make = useCommand(makeSightLink, { stale: [listSightLinks] })
  const mail = useCommand(mailSightLink, { stale: [listSightLinks] })
  const [way, setWay] = useLinkWay(languageOf(client.languages, settings.language))
  const [secrets] = useState(() => ({ id: newId(), ...makeSecrets() }))
  const byMail = way.how === 'mail'
  const refusal = whyNotGiveSight({
    leadsTeam: file.leadsTeam && file.mayWrite,
    part: 'client',
    diedOn: client.diedOn,
    expiresOn: way.expiresOn ?? today,
    today,
  })
  const send = async () => {
    const { email, language, expiresOn } = way
    if (!expiresOn) return
    const params = { caseId: file.id }
    const { id, token, code } = secrets
    if (byMail) {
      await mail.run({ params, input: { id, personId: client.id, email, language, expiresOn } })
      showToast({ message: t('linking.own.mailed') })
      go(back)
    } else {
      await make.run({ params, input: { id, personId: client.id, token, code, expiresOn } })
      onMade({ address: addressOf(token, 'own'), code, expiresOn })
    }
  }
  return (
    <>
      <PageHeader title={t('linking.own.give')}>{t('linking.own.giveWhat')}</PageHeader>
      <SafeContact words={client.safeContact} />
      <Section title={t('linking.own.letterFor', { name: nameOf(client) })}>
        <Form
          problem={byMail ? mail.problem : make.problem}
          onSubmit={() => void send().catch(() => undefined)}
        >
          <Stack>
            <LinkHow value={way} onChange={setWay} />
            {byMail && (
              <LinkAddress value={way} onChange={setWay} hint={t('linking.own.emailHint')} />
            )}
            <LinkExpiry value={way} onChange={setWay} />
          </Stack>
          <FormActions>
            <Button
              type="submit"
              look="primary"
              icon="link"
              isPending={byMail ? mail.isPending : make.isPending}
              lockedBecause={
                refusal && problemWords(new Refused(refusal.code, refusal.facts ?? {})).sentence
              }
            >
              {byMail ? t('linking.letter.mailNow') : t('linking.own.makeNow')}
            </Button>
            <ButtonLink look="quiet" href={back}>
              {t('ui.goBack')}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}

function PaperMade({ file, way, back }: { file: CaseFile; way: WayIn; back: string }) {
  const t = useWords()
  const { settings } = useLocale()
  const [language, setLanguage] = useState<Language>(
    languageOf(file.client.languages, settings.language),
  )
  const words = usePaperWords(language)
  return (
    <PaperFrame
      title={t('linking.own.letter')}
      lead={t('linking.own.letterOnce')}
      actions={
        <LetterActions
          address={way.address}
          back={back}
          backWords={t('linking.own.back')}
          printWords={t('linking.own.paper.print')}
        />
      }
      language={language}
      onLanguage={setLanguage}
      words={words}
    >
      {(paper) => <SightPaper way={way} words={paper} />}
    </PaperFrame>
  )
}

/** Whoever finds it learns neither whose it is nor what the file is about. */
function SightPaper({ way, words }: { way: WayIn; words: PaperWords }) {
  const me = useMe()
  const { today } = useLocale()
  const { t, formats } = words
  return (
    <>
      <div className={styles.head}>
        <b>
          <bdi>{me.agency.name}</bdi>
        </b>
        <span>{formats.formatDayLong(today)}</span>
      </div>
      <h2>{t('linking.own.paper.title')}</h2>
      <p>{t('linking.own.paper.text')}</p>
      <LetterOpening
        words={words}
        way={way}
        title={t('linking.own.paper.how')}
        last={t('linking.own.paper.read')}
      />
      <p>{t('linking.own.paper.safe')}</p>
    </>
  )
}
