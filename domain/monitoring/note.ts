import type { Refusal } from '../refusals.ts'

/** Formats of a case note with their sections, in the order in which they are written. */
export const noteSections = {
  /** Subjective, Objective, Assessment, Plan: Weed (1968). */
  soap: ['subjective', 'objective', 'assessment', 'plan'],
  /** Data, Assessment, Plan. */
  dap: ['data', 'assessment', 'plan'],
  /** Behaviour, Intervention, Response, Plan. */
  birp: ['behaviour', 'intervention', 'response', 'plan'],
  /** Goal, Intervention, Response, Plan. */
  girp: ['goal', 'intervention', 'response', 'plan'],
  free: ['text'],
} as const

export type NoteFormat = keyof typeof noteSections
export type NoteSection = (typeof noteSections)[NoteFormat][number]

/** What was written, by section; sections not in the note’s format do not occur. */
export type NoteText = Readonly<Partial<Record<NoteSection, string>>>

export const noteFormats = Object.keys(noteSections) as [NoteFormat, ...NoteFormat[]]

/** Where a text goes in a format that has no section of its name: the nearest in meaning. */
const nearest: Readonly<Record<NoteSection, readonly NoteSection[]>> = {
  subjective: ['data', 'behaviour', 'response', 'text'],
  objective: ['data', 'behaviour', 'response', 'text'],
  data: ['objective', 'behaviour', 'response', 'text'],
  behaviour: ['objective', 'data', 'response', 'text'],
  intervention: ['objective', 'data', 'text'],
  response: ['assessment', 'text'],
  assessment: ['response', 'text'],
  goal: ['plan', 'text'],
  plan: ['text'],
  text: ['subjective', 'data', 'behaviour', 'response'],
}

/**
 * The same note in another format. Every text is kept: it stays in the section of its name, or goes
 * to the nearest in meaning, below what stands there.
 */
export function convertNote(written: NoteText, from: NoteFormat, to: NoteFormat): NoteText {
  const target: readonly NoteSection[] = noteSections[to]
  const converted: Partial<Record<NoteSection, string>> = {}
  for (const section of noteSections[from]) {
    const text = written[section]?.trim()
    if (!text) continue
    const home = [section, ...nearest[section]].find((each) => target.includes(each))
    if (!home) throw new RangeError(`no place for ${section} in ${to}`)
    converted[home] = converted[home] ? `${converted[home]}\n\n${text}` : text
  }
  return converted
}

/** Only the sections of the format, without empty ones. */
export function keepWritten(written: NoteText, format: NoteFormat): NoteText {
  const kept: Partial<Record<NoteSection, string>> = {}
  for (const section of noteSections[format]) {
    const text = written[section]?.trim()
    if (text) kept[section] = text
  }
  return kept
}

export interface NoteFacts {
  status: 'draft' | 'signed' | 'amended'
  format: NoteFormat
  sections: NoteText
}

/** Why a note cannot be signed. */
export function whyNotSign({ status, format, sections }: NoteFacts): Refusal | undefined {
  if (status !== 'draft') return { code: 'note_signed' }
  return Object.keys(keepWritten(sections, format)).length === 0
    ? { code: 'note_empty' }
    : undefined
}

/** Why a note cannot be changed in place: a signed one is amended by a new one, with the reason. */
export function whyNotChangeNote({ status }: Pick<NoteFacts, 'status'>): Refusal | undefined {
  return status === 'draft' ? undefined : { code: 'note_signed' }
}

/** Why a note cannot be amended: what is not signed is simply changed; the newest one is amended. */
export function whyNotAmend(
  note: Pick<NoteFacts, 'status'>,
  amendment: Pick<NoteFacts, 'format' | 'sections'>,
): Refusal | undefined {
  if (note.status === 'draft') return { code: 'note_not_signed' }
  if (note.status === 'amended') return { code: 'note_amended' }
  return whyNotSign({ ...amendment, status: 'draft' })
}

/** Why the wall of a note stays: it is moved on the newest edition, and the earlier ones follow. */
export function whyNotMoveWall({ status }: Pick<NoteFacts, 'status'>): Refusal | undefined {
  return status === 'amended' ? { code: 'note_amended' } : undefined
}
