import { listProgrammes } from '@peyvand/domain/agency/contract.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LineWords } from './line-words.tsx'
import type { Worker } from './workers-screen.tsx'

export interface WorkerWords {
  fullName: string
  title: string
  phone: string
  supervisorId: string | null
  deskIds: string[]
}

interface WorkerFieldsProps {
  words: WorkerWords
  onChange: (words: WorkerWords) => void
  /** Everybody of the agency, to choose the supervisor from. */
  workers: readonly Worker[]
  /** Whose fields these are; undefined for a new colleague. */
  ownId?: string
}

const nobody = 'nobody'

/** Who it is. */
export function NameFields({ words, onChange }: Pick<WorkerFieldsProps, 'words' | 'onChange'>) {
  const t = useWords()
  const set = (part: Partial<WorkerWords>) => onChange({ ...words, ...part })
  return (
    <>
      <TextField
        name="fullName"
        label={t('access.fullName')}
        value={words.fullName}
        onChange={(fullName) => set({ fullName })}
        maxLength={200}
        autoComplete="off"
        isRequired
      />
      <FieldRow>
        <TextField
          name="title"
          label={t('access.title')}
          hint={t('access.title.hint')}
          value={words.title}
          onChange={(title) => set({ title })}
          maxLength={120}
          autoComplete="off"
        />
        <TextField
          name="phone"
          label={t('access.phone')}
          value={words.phone}
          onChange={(phone) => set({ phone })}
          type="tel"
          direction="ltr"
          maxLength={40}
          autoComplete="off"
        />
      </FieldRow>
    </>
  )
}

/** Whose supervision, and at which desks. */
export function PlaceFields({ words, onChange, workers, ownId }: WorkerFieldsProps) {
  const t = useWords()
  const { settings } = useLocale()
  const programmes = useEndpoint(listProgrammes)
  const set = (part: Partial<WorkerWords>) => onChange({ ...words, ...part })
  const supervisors = workers.filter(
    (worker) =>
      worker.roles.includes('supervisor') && worker.endedAt === null && worker.id !== ownId,
  )
  const desks = (programmes.data?.programmes ?? []).flatMap((programme) => {
    const programmeName = settings.language === 'fa' ? programme.nameFa : programme.nameEn
    return programme.desks.map(({ id, name }) => ({
      value: id,
      label: name,
      ...(name.includes(programmeName) ? {} : { hint: programmeName }),
    }))
  })
  return (
    <>
      <Select
        name="supervisorId"
        label={t('access.supervisor')}
        hint={t('access.supervisor.hint')}
        options={[
          { value: nobody, label: t('access.supervisor.none') },
          ...supervisors.map((worker) => ({ value: worker.id, label: worker.fullName })),
        ]}
        value={words.supervisorId ?? nobody}
        onChange={(id) => set({ supervisorId: id === nobody ? null : id })}
      />
      <LineWords workers={workers} supervisorId={words.supervisorId} />
      {desks.length > 0 && (
        <CheckboxGroup
          name="deskIds"
          label={t('access.desks')}
          hint={t('access.desks.hint')}
          options={desks}
          value={words.deskIds}
          onChange={(deskIds) => set({ deskIds })}
        />
      )}
    </>
  )
}
