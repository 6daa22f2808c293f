import { addNeed, changeNeed } from '@peyvand/domain/assessment/contract.ts'
import type { Urgency, View } from '@peyvand/domain/assessment/finding.ts'
import type { GridLevel, NeedDomain, Severity } from '@peyvand/domain/assessment/grid.ts'
import { severities } from '@peyvand/domain/assessment/grid.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { nameOf } from '../cases/names.ts'
import { findingStale } from './finding-stale.ts'
import { GridFields } from './grid-fields.tsx'
import type { Need } from './types.ts'
import { useOptions } from './use-options.ts'

interface Written {
  level: GridLevel
  domain: NeedDomain | null
  statement: string
  severity: Severity | null
  urgency: Urgency
  whoseView: View | null
  evidence: string
  personId: string
}

interface NeedSheetProps {
  file: CaseFile
  /** The need to change; without it a new one is recorded. */
  need?: Need
  /** What is known already: the answer that suggested it, or the cell of the grid. */
  start?: Partial<Written> & { assessmentId?: string; proposal?: string }
  onClose: () => void
}

const wholeHousehold = 'household'

/** Recording a need in plain words, how much it weighs, and whose view that is. */
export function NeedSheet({ file, need, start = {}, onClose }: NeedSheetProps) {
  const t = useWords()
  const options = useOptions()
  const { assessmentId, proposal, ...known } = start
  const draft = useDraft<Written>(
    `need:${need?.id ?? `${file.id}:${proposal ?? 'new'}:${assessmentId ?? ''}`}`,
    {
      level: need?.level ?? 'person',
      domain: need?.domain ?? null,
      statement: need?.statement ?? '',
      severity: need?.severity ?? null,
      urgency: need?.urgency ?? 'normal',
      whoseView: need?.whoseView ?? null,
      evidence: need?.evidence ?? '',
      personId: need?.personId ?? (need ? wholeHousehold : file.client.id),
      ...known,
    },
  )
  const add = useCommand(addNeed, { stale: findingStale })
  const change = useCommand(changeNeed, { stale: findingStale })
  const written = draft.value
  const set = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const people = [{ ...file.client }, ...file.household]

  const save = async () => {
    const { domain, severity, whoseView, personId, ...words } = written
    if (domain === null || severity === null || whoseView === null) return
    const input = {
      ...words,
      domain,
      severity,
      whoseView,
      personId: personId === wholeHousehold ? null : personId,
      problemId: need?.problemId ?? null,
    }
    const params = { caseId: file.id }
    if (need) {
      await change.run({
        params: { ...params, needId: need.id },
        input: { ...input, version: need.version },
      })
    } else {
      const from = {
        ...(assessmentId === undefined ? {} : { assessmentId }),
        ...(proposal === undefined ? {} : { proposal }),
      }
      await add.run({ params, input: { ...input, ...from, id: newId() } })
    }
    await draft.discard()
    showToast({ message: t(need ? 'assessment.need.changed' : 'assessment.need.added') })
    onClose()
  }

  return (
    <Sheet
      title={t(need ? 'assessment.need.change' : 'assessment.need.add')}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[add, change]}
        send={save}
        act={t(need ? 'assessment.need.saveChange' : 'assessment.need.save')}

        onBack={onClose}
      >
        <TextField
          label={t('assessment.need.statement')}
          hint={t('assessment.need.statementHint')}
          value={written.statement}
          onChange={(statement) => set({ statement })}
          name="statement"
          isRequired
          maxLength={500}
        />
        <GridFields
          level={written.level}
          domain={written.domain}
          onLevel={(level) => set({ level })}
          onDomain={(domain) => set({ domain })}
        />
        <RadioGroup
          label={t('assessment.severity')}
          hint={t('assessment.severityHint')}
          look="cards"
          options={options.severities}
          value={written.severity === null ? null : String(written.severity)}
          onChange={(chosen) =>
            set({ severity: severities.find((value) => String(value) === chosen) ?? null })
          }
          name="severity"
          isRequired
        />
        <RadioGroup
          label={t('assessment.whoseView')}
          look="across"
          options={options.views}
          value={written.whoseView}
          onChange={(whoseView) => set({ whoseView })}
          name="whoseView"
          isRequired
        />
        <FieldRow>
          <Select
            label={t('assessment.urgency')}
            options={options.urgencies}
            value={written.urgency}
            onChange={(urgency) => set({ urgency })}
          />
          {people.length > 1 && (
            <Select
              label={t('assessment.need.of')}
              value={written.personId}
              onChange={(personId) => set({ personId })}
              options={[
                ...people.map((person) => ({ value: person.id, label: nameOf(person) })),
                { value: wholeHousehold, label: t('assessment.need.ofAll') },
              ]}
            />
          )}
        </FieldRow>
        <TextArea
          label={t('assessment.evidence')}
          hint={t('assessment.evidenceHint')}
          value={written.evidence}
          onChange={(evidence) => set({ evidence })}
          wide
          lines={2}
        />
      </CommandForm>
    </Sheet>
  )
}
