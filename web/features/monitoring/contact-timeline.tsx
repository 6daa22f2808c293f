import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { recordContact } from '@peyvand/domain/monitoring/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { AttainmentDots } from '../../ui/attainment.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Level } from '../../ui/level.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { contactIcon } from '../cases/contact-icon.ts'
import { nameOf } from '../cases/names.ts'
import styles from './contact-timeline.module.css'
import { gatherNotes, NoteView } from './note-view.tsx'
import type { NoteTold, Walls } from './note-view.tsx'

export type ContactTold = AnswerOf<typeof recordContact>

interface ContactTimelineProps {
  contacts: readonly ContactTold[]
  mayWrite: boolean
  mayWriteNotes: boolean
  walls: Walls
  onWriteNote: (contactId: string) => void
  onGoOn: (note: NoteTold) => void
  onAmend: (note: NoteTold) => void
  onCorrect: (contact: ContactTold) => void
  onWithdraw: (contact: ContactTold) => void
}

/** Contacts and meetings under their days, each with what was written and which goals came up. */
export function ContactTimeline({ contacts, ...acts }: ContactTimelineProps) {
  const t = useWords()
  const { formatTime } = useFormats()
  return (
    <Timeline
      label={t('monitoring.contacts')}
      entries={contacts.map((contact) => ({
        key: contact.id,
        at: contact.happenedAt,
        icon: contactIcon(contact.kind),
        element: 'monitoring',
        title: (
          <>
            {t(`monitoring.kind.${contact.kind}`)}{' '}
            {!contact.reached && (
              <Level level="watch" bare>
                {t('monitoring.notReached')}
              </Level>
            )}
          </>
        ),
        aside: (
          <span className={styles.aside}>
            {formatTime(contact.happenedAt)} · <bdi>{contact.worker.fullName}</bdi>
            <ContactMenu contact={contact} {...acts} />
          </span>
        ),
        children: <Contact contact={contact} {...acts} />,
      }))}
    />
  )
}

type ContactProps = Omit<ContactTimelineProps, 'contacts'> & { contact: ContactTold }

function ContactMenu({ contact, mayWrite, onCorrect, onWithdraw }: ContactProps) {
  const t = useWords()
  const more = t('monitoring.contact.more')
  if (!mayWrite || contact.enteredInError !== '') return null
  return (
    <Menu
      label={more}
      trigger={<IconButton icon="more" size="small" label={more} />}
      entries={[
        {
          key: 'correct',
          label: t('monitoring.contact.correct'),
          icon: 'edit',
          onAction: () => onCorrect(contact),
        },
        {
          key: 'withdraw',
          label: t('monitoring.contact.withdraw'),
          icon: 'close',
          onAction: () => onWithdraw(contact),
        },
      ]}
    />
  )
}

function Contact({ contact, mayWriteNotes, walls, onWriteNote, onGoOn, onAmend }: ContactProps) {
  const t = useWords()
  const { formatList } = useFormats()
  if (contact.enteredInError !== '') {
    return <p>{t('monitoring.contact.withdrawn', { reason: contact.enteredInError })}</p>
  }
  const present = [...contact.withPersons.map(nameOf), contact.withOthers].filter(Boolean)
  return (
    <div className={styles.contact}>
      {contact.purpose !== '' && (
        <p className={styles.purpose}>
          <bdi>{contact.purpose}</bdi>
        </p>
      )}
      <Facts
        facts={[
          present.length > 0 && t('monitoring.with', { names: formatList(present) }),
          contact.place && <bdi key="place">{contact.place}</bdi>,
          contact.minutes > 0 && t('monitoring.minutes', { minutes: contact.minutes }),
          contact.travelMinutes > 0 && t('monitoring.travel', { minutes: contact.travelMinutes }),
        ]}
      />
      {contact.progress.length > 0 && (
        <ul className={styles.goals}>
          {contact.progress.map((each) => (
            <li key={each.id}>
              <bdi>{each.goalWords}</bdi> <AttainmentDots start={undefined} now={each.level} />
              {each.said && <> {t('monitoring.goal.quoted', { words: each.said })}</>}
            </li>
          ))}
        </ul>
      )}
      {gatherNotes(contact.notes).map(({ note, earlier }) => (
        <NoteView
          key={note.id}
          note={note}
          earlier={earlier}
          mayWrite={mayWriteNotes}
          walls={walls}
          onWrite={onGoOn}
          onAmend={onAmend}
        />
      ))}
      {mayWriteNotes && contact.notes.length === 0 && (
        <div data-print="never">
          <Button size="small" look="quiet" icon="pen" onPress={() => onWriteNote(contact.id)}>
            {t('monitoring.note.write')}
          </Button>
        </div>
      )}
    </div>
  )
}
