import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { writeNote } from '@peyvand/domain/monitoring/contract.ts'
import { mayPrint } from '@peyvand/domain/cases/wall.ts'
import { noteSections } from '@peyvand/domain/monitoring/note.ts'
import { useMe } from '../../platform/me.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { MoveWallDialog } from '../cases/move-wall-dialog.tsx'
import type { WallPerson } from '../cases/wall-field.tsx'
import { WallMark } from '../cases/wall-mark.tsx'
import styles from './note-view.module.css'

export type NoteTold = AnswerOf<typeof writeNote>

/** What the walls of this case are, for the notes on a page. */
export interface Walls {
  people: readonly WallPerson[]
  printedFor: string | null
  onMove: (note: NoteTold, wall: { onlyFor: string | null; reason: string }) => Promise<unknown>
}

interface NoteViewProps {
  note: NoteTold
  /** What it took the place of, the newest first. */
  earlier: readonly NoteTold[]
  mayWrite: boolean
  walls: Walls
  onWrite: (note: NoteTold) => void
  onAmend: (note: NoteTold) => void
}

/** A note as readable text, with its sections by name and what it said before. */
export function NoteView({ note, earlier, mayWrite, walls, onWrite, onAmend }: NoteViewProps) {
  const t = useWords()
  const me = useMe()
  const isMine = note.author.id === me.id
  return (
    <article
      className={styles.note}
      data-print={mayPrint(note.onlyFor?.id ?? null, walls.printedFor) ? 'whole' : 'never'}
    >
      {note.onlyFor && (
        <Row>
          <WallMark onlyFor={note.onlyFor} />
        </Row>
      )}
      <NoteBody note={note} />
      <footer className={styles.foot}>
        <NoteState note={note} />
        {mayWrite && note.status === 'draft' && isMine && (
          <Row>
            <Button size="small" icon="pen" onPress={() => onWrite(note)}>
              {t('monitoring.note.goOn')}
            </Button>
          </Row>
        )}
        {mayWrite && note.status === 'signed' && (
          <Button size="small" look="quiet" icon="edit" onPress={() => onAmend(note)}>
            {t('monitoring.note.amend')}
          </Button>
        )}
        {mayWrite && note.status === 'signed' && (
          <MoveWallDialog
            people={walls.people}
            onlyFor={note.onlyFor}
            onMove={(wall) => walls.onMove(note, wall)}
          />
        )}
      </footer>
      {note.wallReason !== '' && (
        <p className={styles.reason}>{t('cases.wall.movedBecause', { reason: note.wallReason })}</p>
      )}
      {note.amendReason !== '' && (
        <p className={styles.reason}>
          {t('monitoring.note.amendedBecause', { reason: note.amendReason })}
        </p>
      )}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('monitoring.note.earlier', { count: earlier.length })}</summary>
          {earlier.map((old) => (
            <div key={old.id} className={styles.old}>
              <NoteBody note={old} />
              <NoteState note={old} />
            </div>
          ))}
        </details>
      )}
    </article>
  )
}

function NoteBody({ note: { format, sections } }: { note: NoteTold }) {
  const t = useWords()
  const written = noteSections[format].filter((section) => sections[section])
  if (format === 'free') {
    return (
      <p className={styles.text}>
        <bdi>{sections.text}</bdi>
      </p>
    )
  }
  return (
    <dl className={styles.sections}>
      {written.map((section) => (
        <div key={section}>
          <dt>{t(`monitoring.section.${section}`)}</dt>
          <dd className={styles.text}>
            <bdi>{sections[section]}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function NoteState({ note }: { note: NoteTold }) {
  const t = useWords()
  const { formatInstant } = useFormats()
  if (note.status === 'draft') {
    return <StateMark state="underway">{t('monitoring.note.draft')}</StateMark>
  }
  return (
    <StateMark state="done" bare>
      {t('monitoring.note.signedBy', {
        name: note.author.fullName,
        at: formatInstant(note.signedAt ?? note.createdAt),
      })}
    </StateMark>
  )
}

/** The newest notes, each with those it took the place of. */
export function gatherNotes(
  notes: readonly NoteTold[],
): { note: NoteTold; earlier: readonly NoteTold[] }[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const replaced = new Set(notes.map(({ amends }) => amends))
  return notes
    .filter(({ id }) => !replaced.has(id))
    .map((note) => {
      const earlier: NoteTold[] = []
      let old = note.amends === null ? undefined : byId.get(note.amends)
      while (old) {
        earlier.push(old)
        old = old.amends === null ? undefined : byId.get(old.amends)
      }
      return { note, earlier }
    })
}
