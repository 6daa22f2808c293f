import { readCase } from '@peyvand/domain/cases/contract.ts'
import { peopleWithWalls } from '@peyvand/domain/cases/wall.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { whyNotHappened } from '@peyvand/domain/monitoring/contact.ts'
import {
  listContacts,
  listTasks,
  readAttainment,
  readToday,
  recordContact,
} from '@peyvand/domain/monitoring/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { now } from '../../platform/clock.ts'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo, useSearchWord } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { WallField } from '../cases/wall-field.tsx'
import { ContactFields, contactInput } from './contact-fields.tsx'
import type { WrittenContact } from './contact-fields.tsx'
import { DraftState } from './draft-state.tsx'
import { GoalChoice, notJudged } from './goal-choice.tsx'
import type { Judged } from './goal-choice.tsx'
import { emptyNote, isWritten, NoteEditor } from './note-editor.tsx'
import type { WrittenNote } from './note-editor.tsx'

interface Written {
  /** Made once and kept with the draft, so that sending it again records it once. */
  ids: { contact: string; note: string }
  contact: WrittenContact
  note: WrittenNote
  /** For whom the note is kept apart. */
  onlyFor?: string | null
  /** Goals that came up, by their id. */
  goals: Record<string, Judged & { id: string }>
  endsTaskId: string
}

const none = 'none'

/** Recording what happened: the contact, its note, the goals it touched, at once. */
export function ContactScreen() {
  const t = useWords()
  return (
    <CaseFrame current="monitoring" title={t('monitoring.contact.record')} saysTitle>
      {({ id, client }) => <Record caseId={id} clientId={client.id} />}
    </CaseFrame>
  )
}

function Record({ caseId, clientId }: { caseId: string; clientId: string }) {
  const params = { caseId }
  const contacts = useEndpoint(listContacts, { params, query: {} })
  const attainment = useEndpoint(readAttainment, { params })
  const tasks = useEndpoint(listTasks, { params, query: {} })
  const problem = contacts.error ?? attainment.error ?? tasks.error
  if (problem) {
    return (
      <ErrorState
        problem={problem}
        onRetry={() => {
          void contacts.refetch()
          void attainment.refetch()
          void tasks.refetch()
        }}
      />
    )
  }
  if (!contacts.data || !attainment.data || !tasks.data) return <Skeleton lines={10} heading />
  return (
    <ContactForm
      caseId={caseId}
      clientId={clientId}
      page={contacts.data}
      goals={attainment.data.mayWrite ? attainment.data.goals : []}
      tasks={tasks.data.tasks}
    />
  )
}

interface ContactFormProps {
  caseId: string
  clientId: string
  page: AnswerOf<typeof listContacts>
  goals: AnswerOf<typeof readAttainment>['goals']
  tasks: AnswerOf<typeof listTasks>['tasks']
}

function ContactForm({ caseId, clientId, page, goals, tasks }: ContactFormProps) {
  const t = useWords()
  const go = useGo()
  const { formatDay } = useFormats()
  const [appointment = none] = useSearchWord('appointment')
  const [start] = useState<Written>(() => ({
    ids: { contact: newId(), note: newId() },
    contact: {
      kind: 'home_visit',
      reached: true,
      happenedAt: toMinute(now()),
      minutes: null,
      travelMinutes: null,
      withPersons: [clientId],
      withOthers: '',
      place: tasks.find(({ id }) => id === appointment)?.place ?? '',
      purpose: '',
    },
    note: emptyNote,
    goals: {},
    endsTaskId: appointment,
  }))
  const draft = useDraft<Written>(`contact:${caseId}:${appointment}`, start)
  const { ids, contact, note, onlyFor = null, goals: touched, endsTaskId } = draft.value
  const record = useCommand(recordContact, {
    stale: [listContacts, listTasks, readAttainment, readCase, readToday],
  })
  const change = (part: Partial<Written>) => draft.change({ ...draft.value, ...part })
  const hasNote = page.mayWriteNotes && isWritten(note)
  const refusal =
    contact.happenedAt === null
      ? undefined
      : whyNotHappened(contact.happenedAt, now().toISOString())

  const send = async (sign: boolean) => {
    const fields = contactInput(contact)
    if (!fields) return
    await record.run({
      params: { caseId },
      input: {
        id: ids.contact,
        ...fields,
        ...(hasNote ? { note: { id: ids.note, onlyFor, ...note, sign } } : {}),
        progress: Object.entries(touched).flatMap(([goalId, judged]) =>
          judged.level === null ? [] : [{ goalId, ...judged, level: judged.level }],
        ),
        ...(tasks.some(({ id }) => id === endsTaskId) ? { endsTaskId } : {}),
      },
    })
    await draft.discard()
    showToast({ message: t('monitoring.contact.recorded') })
    go(`/cases/${caseId}/monitoring`)
  }
  if (!page.open) return <Note>{t('refusal.case_closed')}</Note>
  if (!page.mayWrite) return <Note>{t('refusal.may_not_write')}</Note>
  return (
    <Form problem={record.problem} onSubmit={() => void send(hasNote).catch(() => undefined)}>
      <Columns>
        <Stack>
          <Section title={t('monitoring.contact.what')}>
            <Stack>
              <ContactFields
                value={contact}
                onChange={(next) => change({ contact: next })}
                people={page.people}
              />
              {tasks.length > 0 && (
                <Select
                  label={t('monitoring.contact.endsTask')}
                  options={[
                    { value: none, label: t('monitoring.contact.endsNone') },
                    ...tasks.map((task) => ({
                      value: task.id,
                      label: task.title,
                      hint: formatDay(task.dueOn),
                    })),
                  ]}
                  value={endsTaskId}
                  onChange={(next) => change({ endsTaskId: next })}
                />
              )}
            </Stack>
          </Section>
          {page.mayWriteNotes && (
            <Section title={t('monitoring.note')}>
              <Stack>
                <WallField
                  people={peopleWithWalls(page.people)}
                  value={onlyFor}
                  onChange={(next) => change({ onlyFor: next })}
                />
                <NoteEditor value={note} onChange={(next) => change({ note: next })} />
              </Stack>
            </Section>
          )}
        </Stack>
        <Stack>
          {goals.length > 0 && contact.reached && (
            <Section title={t('monitoring.contact.goals')}>
              <Stack gap="small">
                {goals.map((goal) => {
                  const judged = touched[goal.id]
                  return (
                    <Card key={goal.id}>
                      <Stack gap="small">
                        <Switch
                          isSelected={judged !== undefined}
                          onChange={(on) => {
                            const { [goal.id]: _dropped, ...others } = touched
                            change({
                              goals: on
                                ? { ...touched, [goal.id]: { id: newId(), ...notJudged } }
                                : others,
                            })
                          }}
                        >
                          {goal.clientWords || goal.professionalWords}
                        </Switch>
                        {judged && (
                          <GoalChoice
                            goal={goal}
                            value={judged}
                            onChange={(next) =>
                              change({ goals: { ...touched, [goal.id]: { ...judged, ...next } } })
                            }
                            saidLabel={t('monitoring.goal.said')}
                            isRequired
                          />
                        )}
                      </Stack>
                    </Card>
                  )
                })}
              </Stack>
            </Section>
          )}
        </Stack>
      </Columns>
      <DraftState draft={draft} />
      <FormActions>
        <Button
          type="submit"
          look="primary"
          isPending={record.isPending}
          lockedBecause={refusal && t('refusal.contact_in_future')}
        >
          {hasNote ? t('monitoring.contact.recordAndSign') : t('monitoring.contact.record')}
        </Button>
        {hasNote && (
          <Button onPress={() => void send(false).catch(() => undefined)}>
            {t('monitoring.contact.recordSignLater')}
          </Button>
        )}
        <ButtonLink href={`/cases/${caseId}/monitoring`} look="quiet">
          {t('monitoring.finishLater')}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}

/** The moment without its seconds: nobody records a visit by the second. */
function toMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}:00.000Z`
}
