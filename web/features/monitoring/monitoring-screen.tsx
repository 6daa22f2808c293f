import { peopleWithWalls } from '@peyvand/domain/cases/wall.ts'
import { listContacts, listNotes, moveNoteWall } from '@peyvand/domain/monitoring/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useEffect, useState } from 'react'
import { useCommand, usePages } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Row, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { PrintForButton, usePrintFor } from '../cases/print-for.tsx'
import { AmendSheet } from './amend-sheet.tsx'
import { ContactTimeline } from './contact-timeline.tsx'
import type { ContactTold } from './contact-timeline.tsx'
import { CorrectContactDialog } from './correct-contact-dialog.tsx'
import { GoalsPanel } from './goals-panel.tsx'
import { NoteSheet } from './note-sheet.tsx'
import { gatherNotes, NoteView } from './note-view.tsx'
import type { NoteTold, Walls } from './note-view.tsx'
import { TasksPanel } from './tasks-panel.tsx'
import { WithdrawContactDialog } from './withdraw-contact-dialog.tsx'

type Asking =
  | { what: 'write'; note?: NoteTold; contactId?: string }
  | { what: 'amend'; note: NoteTold }
  | { what: 'correct' | 'withdraw'; contact: ContactTold }

const contactsOf = (page: AnswerOf<typeof listContacts>) => page.contacts
const notesOf = (page: AnswerOf<typeof listNotes>) => page.notes

/** What has happened with this person, what is to be done, and how far the goals have come. */
export function MonitoringScreen() {
  const t = useWords()
  return (
    <CaseFrame current="monitoring" title={t('cases.element.monitoring')} saysTitle>
      {({ id }) => <Monitoring caseId={id} />}
    </CaseFrame>
  )
}

function Monitoring({ caseId }: { caseId: string }) {
  const t = useWords()
  const params = { caseId }
  const pages = usePages(listContacts, { params, query: {} }, contactsOf)
  const loose = usePages(listNotes, { params, query: {} }, notesOf)
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  useNoteOfAddress([...pages.rows.flatMap(({ notes }) => notes), ...loose.rows], setAsking)
  const page = pages.first
  const mayWriteNotes = page?.mayWriteNotes ?? false
  const { printedFor, setPrintedFor } = usePrintFor()
  const moveWall = useCommand(moveNoteWall, { stale: [listContacts, listNotes] })
  const people = peopleWithWalls(page?.people ?? [])
  const walls: Walls = {
    people,
    printedFor,
    onMove: ({ id, version }, wall) =>
      moveWall.run({ params: { ...params, noteId: id }, input: { ...wall, version } }),
  }
  return (
    <>
      <Columns shape="main">
        <Stack>
          {page && (
            <Row>
              {page.mayWrite && page.open && (
                <ButtonLink href={`/cases/${caseId}/monitoring/contact`} look="primary" icon="plus">
                  {t('monitoring.contact.record')}
                </ButtonLink>
              )}
              {mayWriteNotes && (
                <Button icon="pen" onPress={() => setAsking({ what: 'write' })}>
                  {t('monitoring.note.write')}
                </Button>
              )}
              <PrintForButton people={people} onChoose={setPrintedFor} />
            </Row>
          )}
          {page && !page.open && <Note>{t('monitoring.closed')}</Note>}
          <Section
            title={t('monitoring.contacts')}
            aside={
              page?.everyDays != null && t('monitoring.contacts.every', { days: page.everyDays })
            }
          >
            {pages.problem ? (
              <ErrorState problem={pages.problem} onRetry={pages.onRetry} />
            ) : pages.rows.length === 0 && pages.isLoading ? (
              <Skeleton lines={6} />
            ) : pages.rows.length === 0 ? (
              <EmptyState icon="phone" title={t('monitoring.contacts.none')}>
                {t('monitoring.contacts.noneNext')}
              </EmptyState>
            ) : (
              <ContactTimeline
                contacts={pages.rows}
                mayWrite={page?.mayWrite ?? false}
                mayWriteNotes={mayWriteNotes}
                walls={walls}
                onWriteNote={(contactId) => setAsking({ what: 'write', contactId })}
                onGoOn={(note) => setAsking({ what: 'write', note })}
                onAmend={(note) => setAsking({ what: 'amend', note })}
                onCorrect={(contact) => setAsking({ what: 'correct', contact })}
                onWithdraw={(contact) => setAsking({ what: 'withdraw', contact })}
              />
            )}
            {pages.hasMore && (
              <Button isPending={pages.isLoading} onPress={pages.onMore}>
                {t('monitoring.contacts.earlier')}
              </Button>
            )}
          </Section>
          {loose.rows.length > 0 && (
            <Section title={t('monitoring.looseNotes')}>
              {gatherNotes(loose.rows).map(({ note, earlier }) => (
                <NoteView
                  key={note.id}
                  note={note}
                  earlier={earlier}
                  mayWrite={mayWriteNotes}
                  walls={walls}
                  onWrite={(each) => setAsking({ what: 'write', note: each })}
                  onAmend={(each) => setAsking({ what: 'amend', note: each })}
                />
              ))}
              {loose.hasMore && (
                <Button isPending={loose.isLoading} onPress={loose.onMore}>
                  {t('monitoring.contacts.earlier')}
                </Button>
              )}
            </Section>
          )}
        </Stack>
        <Stack>
          <TasksPanel caseId={caseId} />
          <GoalsPanel caseId={caseId} />
        </Stack>
      </Columns>
      {asking?.what === 'write' && (
        <NoteSheet caseId={caseId} people={people} onClose={close} {...asking} />
      )}
      {asking?.what === 'amend' && (
        <AmendSheet caseId={caseId} note={asking.note} onClose={close} />
      )}
      {asking?.what === 'correct' && page && (
        <CorrectContactDialog
          caseId={caseId}
          contact={asking.contact}
          people={page.people}
          onClose={close}
        />
      )}
      {asking?.what === 'withdraw' && (
        <WithdrawContactDialog caseId={caseId} contact={asking.contact} onClose={close} />
      )}
    </>
  )
}

/** Opens the unsigned note that a due item leads to. */
function useNoteOfAddress(notes: readonly NoteTold[], ask: (asking: Asking) => void) {
  const [wanted, setWanted] = useSearchWord('note')
  const note = notes.find(({ id, status }) => id === wanted && status === 'draft')
  useEffect(() => {
    if (!note) return
    ask({ what: 'write', note })
    setWanted(undefined)
  }, [note, ask, setWanted])
}
