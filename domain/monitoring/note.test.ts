import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  convertNote,
  keepWritten,
  noteFormats,
  noteSections,
  whyNotAmend,
  whyNotSign,
} from './note.ts'
import type { NoteFormat, NoteText } from './note.ts'

test('a SOAP note becomes a DAP note: said and seen together are the data', () => {
  expect(
    convertNote(
      { subjective: 'She slept well.', objective: 'Calm voice.', plan: 'Call on Monday.' },
      'soap',
      'dap',
    ),
  ).toEqual({ data: 'She slept well.\n\nCalm voice.', plan: 'Call on Monday.' })
})

test.each<[NoteFormat, NoteFormat, NoteText, NoteText]>([
  ['birp', 'girp', { behaviour: 'Tense.', response: 'Eased.' }, { response: 'Tense.\n\nEased.' }],
  ['girp', 'soap', { goal: 'Sleep.', plan: 'Walk.' }, { plan: 'Sleep.\n\nWalk.' }],
  ['free', 'soap', { text: 'All was well.' }, { subjective: 'All was well.' }],
  ['soap', 'free', { subjective: 'A', assessment: 'B' }, { text: 'A\n\nB' }],
])('from %s to %s nothing written is lost', (from, to, written, expected) => {
  expect(convertNote(written, from, to)).toEqual(expected)
})

const anyFormat = fc.constantFrom(...noteFormats)
const anyNote = anyFormat.chain((format) =>
  fc.record({
    format: fc.constant(format),
    sections: fc.record(
      Object.fromEntries(
        noteSections[format].map((section) => [
          section,
          fc.string({ minLength: 1, maxLength: 12 }),
        ]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<NoteText>,
  }),
)

test('whatever the formats, every word written is still there, in a section of the new format', () => {
  fc.assert(
    fc.property(anyNote, anyFormat, ({ format, sections }, to) => {
      const converted = convertNote(sections, format, to)
      const said = Object.values(converted).join('\n\n')
      for (const text of Object.values(sections)) expect(said).toContain(text.trim())
      const lawful: readonly string[] = noteSections[to]
      for (const section of Object.keys(converted)) expect(lawful).toContain(section)
    }),
  )
})

test('a note stays as it is in its own format', () => {
  fc.assert(
    fc.property(anyNote, ({ format, sections }) => {
      expect(convertNote(sections, format, format)).toEqual(keepWritten(sections, format))
    }),
  )
})

const draft = { status: 'draft', format: 'dap', sections: { data: 'Seen at home.' } } as const

test.each([
  ['a note with words is signed', draft, undefined],
  ['an empty one is not', { ...draft, sections: { data: '  ' } }, 'note_empty'],
  [
    'words outside its format do not count',
    { ...draft, sections: { goal: 'Sleep' } },
    'note_empty',
  ],
  ['a signed one is not signed again', { ...draft, status: 'signed' as const }, 'note_signed'],
])('signing: %s', (_name, facts, code) => {
  expect(whyNotSign(facts)?.code).toBe(code)
})

test.each([
  ['a signed note is amended', 'signed' as const, draft, undefined],
  ['a draft is changed instead', 'draft' as const, draft, 'note_not_signed'],
  ['only the newest is amended', 'amended' as const, draft, 'note_amended'],
  ['an amendment says something', 'signed' as const, { ...draft, sections: {} }, 'note_empty'],
])('amending: %s', (_name, status, amendment, code) => {
  expect(whyNotAmend({ status }, amendment)?.code).toBe(code)
})
