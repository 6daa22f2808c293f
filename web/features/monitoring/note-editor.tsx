import { convertNote, noteFormats, noteSections } from '@peyvand/domain/monitoring/note.ts'
import type { NoteFormat, NoteText } from '@peyvand/domain/monitoring/note.ts'
import { useWords } from '../../platform/words.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'

export interface WrittenNote {
  format: NoteFormat
  sections: NoteText
}

export const emptyNote: WrittenNote = { format: 'dap', sections: {} }

interface NoteEditorProps {
  value: WrittenNote
  onChange: (note: WrittenNote) => void
}

/** A note in its named sections; another format keeps every word. */
export function NoteEditor({ value: { format, sections }, onChange }: NoteEditorProps) {
  const t = useWords()
  return (
    <>
      <Select
        label={t('monitoring.note.format')}
        hint={t('monitoring.note.formatHint')}
        options={noteFormats.map((each) => ({
          value: each,
          label: t(`monitoring.format.${each}`),
        }))}
        value={format}
        onChange={(next) =>
          onChange({ format: next, sections: convertNote(sections, format, next) })
        }
      />
      {noteSections[format].map((section) => (
        <TextArea
          key={section}
          label={t(`monitoring.section.${section}`)}
          hint={t(`monitoring.section.${section}.hint`)}
          name={`sections.${section}`}
          value={sections[section] ?? ''}
          onChange={(text) => onChange({ format, sections: { ...sections, [section]: text } })}
          lines={section === 'text' ? 8 : 3}
          wide
        />
      ))}
    </>
  )
}

/** Whether anything is written. */
export function isWritten({ sections }: WrittenNote): boolean {
  return Object.values(sections).some((text) => text.trim() !== '')
}
