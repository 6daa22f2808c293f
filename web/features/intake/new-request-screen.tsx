import { listRequests, receiveRequest } from '@peyvand/domain/intake/contract.ts'
import { readPerson } from '@peyvand/domain/people/contract.ts'
import { bornOf, fullName } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { usePlace } from '../../platform/place.ts'
import { useCommand, useEndpointWhen } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page, Row, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepLine } from '../access/step-line.tsx'
import { LookUp } from '../people/look-up.tsx'
import { PersonForm } from '../people/person-form.tsx'
import { withoutEmptyLines } from '../people/person-details.ts'
import { startFromTyped } from '../people/start-from-typed.ts'
import { AskedFields } from './asked-fields.tsx'
import { DeskChoice } from './desk-choice.tsx'
import { useMyDesks } from './my-desks.ts'
import { NoDesk } from './no-desk.tsx'
import { emptyRequestDraft, requestDraftSteps } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'

/** Who asks for help, what for, and which programme is meant for it? */
export function NewRequestScreen() {
  const t = useWords()
  usePlace(t('app.newRequest'), [{ title: t('intake.queue.title'), href: '/requests' }])
  const [initial] = useState(emptyRequestDraft)
  const draft = useDraft<RequestDraft>('new-request', initial)
  const { desks, problem, retry } = useMyDesks()
  return (
    <Page>
      <Stack>
        <PageHeader title={t('intake.new.question')}>{t('intake.new.answer')}</PageHeader>
        {problem ? (
          <ErrorState problem={problem} onRetry={retry} />
        ) : !draft.isReady || !desks ? (
          <Skeleton lines={8} heading />
        ) : desks.length === 0 ? (
          <NoDesk />
        ) : (
          <>
            {draft.wasFound && (
              <Note
                icon="edit"
                actions={
                  <Row>
                    <Button size="small" look="quiet" onPress={() => void draft.discard()}>
                      {t('people.draft.startOver')}
                    </Button>
                  </Row>
                }
              >
                {t('people.draft.found')}
              </Note>
            )}
            <Steps value={draft.value} onChange={draft.change} onDone={draft.discard} />
          </>
        )}
      </Stack>
    </Page>
  )
}

interface StepProps {
  value: RequestDraft
  onChange: (value: RequestDraft) => void
}

function Steps({ value, onChange, onDone }: StepProps & { onDone: () => Promise<void> }) {
  const t = useWords()
  const shown = requestDraftSteps.filter((step) => step !== 'person' || value.about === 'new')
  return (
    <Stack>
      <StepLine
        label={t('intake.new.steps')}
        titles={shown.map((step) => t(`intake.new.${step}`))}
        at={shown.indexOf(value.step)}
      />
      {value.step !== 'who' && <Chosen value={value} onChange={onChange} />}
      <Section title={t(`intake.new.${value.step}`)}>
        {value.step === 'who' && <WhoStep value={value} onChange={onChange} />}
        {value.step === 'person' && <PersonStep value={value} onChange={onChange} />}
        {value.step === 'problem' && <ProblemStep value={value} onChange={onChange} />}
        {value.step === 'where' && <WhereStep value={value} onChange={onChange} onDone={onDone} />}
      </Section>
    </Stack>
  )
}

/** Whom the request is about so far, and the way back to change it. */
function Chosen({ value, onChange }: StepProps) {
  const t = useWords()
  const person = value.about === 'known' ? value.known : value.details
  const name = person && value.about !== 'nobody' ? fullName(person) : ''
  return (
    <Row>
      <Icon name="person" />
      <span>{name === '' ? t('intake.new.aboutNobody') : t('intake.new.about', { name })}</span>
      <Button
        size="small"
        look="quiet"
        onPress={() => onChange({ ...value, step: 'who', about: 'unsaid' })}
      >
        {t('intake.new.changeWho')}
      </Button>
    </Row>
  )
}

function WhoStep({ value, onChange }: StepProps) {
  const t = useWords()
  return (
    <Stack>
      <p>{t('intake.new.lookFirst')}</p>
      <LookUp
        typed={value.typed}
        onType={(typed) => onChange({ ...value, typed })}
        onChoose={({ personId, givenName, familyName, visible }) =>
          onChange({
            ...value,
            about: 'known',
            known: { personId, givenName, familyName, visible },
            step: 'problem',
          })
        }
        onNew={() =>
          onChange({
            ...value,
            about: 'new',
            details: value.details ?? startFromTyped(value.typed),
            step: 'person',
          })
        }
        otherWays={
          <Button
            look="quiet"
            onPress={() => onChange({ ...value, about: 'nobody', step: 'problem' })}
          >
            {t('intake.new.nobodyYet')}
          </Button>
        }
      />
    </Stack>
  )
}

function PersonStep({ value, onChange }: StepProps) {
  const t = useWords()
  if (!value.details) return null
  return (
    <PersonForm
      value={value.details}
      onChange={(details) => onChange({ ...value, details })}
      onSubmit={() => onChange({ ...value, step: 'problem' })}
      act={t('intake.new.toProblem')}
    />
  )
}

function ProblemStep({ value, onChange }: StepProps) {
  const t = useWords()
  return (
    <Form onSubmit={() => onChange({ ...value, step: 'where' })}>
      <AskedFields value={value.asked} onChange={(asked) => onChange({ ...value, asked })} />
      <FormActions>
        <Button type="submit" look="primary">
          {t('intake.new.toWhere')}
        </Button>
        {value.about === 'new' && <Back step="person" value={value} onChange={onChange} />}
      </FormActions>
    </Form>
  )
}

function WhereStep({ value, onChange, onDone }: StepProps & { onDone: () => Promise<void> }) {
  const t = useWords()
  const go = useGo()
  const { agency } = useMe()
  const { today } = useLocale()
  const { desks } = useMyDesks()
  const receive = useCommand(receiveRequest, { stale: [listRequests] })
  const known = value.about === 'known' ? value.known : null
  const card = useEndpointWhen(known?.visible === true, readPerson, {
    params: { personId: known?.personId ?? '' },
  })
  const person = known ? card.data : value.about === 'new' ? value.details : undefined
  const [only] = desks?.length === 1 ? desks : []
  const deskId = value.deskId || (only?.id ?? '')
  const send = async () => {
    await receive.run({
      input: { id: value.requestId, deskId, ...value.asked, about: aboutOf(value) },
    })
    await onDone()
    showToast({ message: t('intake.new.received') })
    go(`/requests/${value.requestId}`)
  }
  const isOldLookUp =
    known !== null && receive.problem instanceof Refused && receive.problem.code === 'not_found'
  return (
    <Form
      problem={isOldLookUp ? undefined : receive.problem}
      onSubmit={() => void send().catch(() => undefined)}
    >
      {isOldLookUp && (
        <Note
          tone="watch"
          actions={
            <Button
              size="small"
              onPress={() => onChange({ ...value, step: 'who', about: 'unsaid' })}
            >
              {t('people.add.lookAgain')}
            </Button>
          }
        >
          {t('intake.new.lookUpTooOld')}
        </Note>
      )}
      <DeskChoice
        desks={desks ?? []}
        facts={{
          today,
          calendar: agency.calendar,
          born: person ? bornOf(person) : undefined,
          area: value.asked.area || (person?.address?.area ?? ''),
          needDomains: value.asked.needDomains,
        }}
        value={deskId}
        onChange={(next) => onChange({ ...value, deskId: next })}
      />
      <FormActions>
        <Button type="submit" look="primary" isPending={receive.isPending}>
          {t('intake.new.receive')}
        </Button>
        <Back step="problem" value={value} onChange={onChange} />
      </FormActions>
    </Form>
  )
}

function Back({ step, value, onChange }: StepProps & { step: RequestDraft['step'] }) {
  const t = useWords()
  return (
    <Button look="quiet" onPress={() => onChange({ ...value, step })}>
      {t('ui.goBack')}
    </Button>
  )
}

function aboutOf({ about, known, details, personId }: RequestDraft) {
  if (about === 'known' && known) return { kind: 'known' as const, personId: known.personId }
  if (about === 'new' && details) {
    return {
      kind: 'new' as const,
      person: { id: personId, details: withoutEmptyLines(details) },
    }
  }
  return { kind: 'nobody' as const }
}
