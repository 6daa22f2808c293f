import { addStrength, changeStrength } from '@peyvand/domain/assessment/contract.ts'
import type { StrengthKind, View } from '@peyvand/domain/assessment/finding.ts'
import type { GridLevel, NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { findingStale } from './finding-stale.ts'
import { GridFields } from './grid-fields.tsx'
import type { Strength } from './types.ts'
import { useOptions } from './use-options.ts'

interface StrengthSheetProps {
  caseId: string
  strength?: Strength
  onClose: () => void
}

interface Written {
  kind: StrengthKind
  what: string
  whoseView: View
  level: GridLevel
  domain: NeedDomain | null
}

/** What the work can rest on: a strength, a resource, or what the client hopes for. */
export function StrengthSheet({ caseId, strength, onClose }: StrengthSheetProps) {
  const t = useWords()
  const options = useOptions()
  const draft = useDraft<Written>(`strength:${strength?.id ?? caseId}`, {
    kind: strength?.kind ?? 'strength',
    what: strength?.what ?? '',
    whoseView: strength?.whoseView ?? 'client',
    level: strength?.level ?? 'person',
    domain: strength?.domain ?? null,
  })
  const add = useCommand(addStrength, { stale: findingStale })
  const change = useCommand(changeStrength, { stale: findingStale })
  const written = draft.value
  const set = (part: Partial<Written>) => draft.change({ ...written, ...part })
  const save = async () => {
    const { domain, ...words } = written
    if (domain === null) return
    const input = { ...words, domain }
    if (strength) {
      await change.run({
        params: { caseId, strengthId: strength.id },
        input: { ...input, version: strength.version },
      })
    } else await add.run({ params: { caseId }, input: { ...input, id: newId() } })
    await draft.discard()
    onClose()
  }
  return (
    <Sheet
      title={t(strength ? 'assessment.strength.change' : 'assessment.strength.add')}
      isOpen
      onOpenChange={onClose}
    >
      <CommandForm
        commands={[add, change]}
        send={save}
        act={t('assessment.strength.save')}

        onBack={onClose}
      >
        <RadioGroup
          label={t('assessment.strength.kind')}
          look="across"
          options={options.strengthKinds}
          value={written.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={t('assessment.strength.what')}
          hint={t('assessment.strength.whatHint')}
          value={written.what}
          onChange={(what) => set({ what })}
          name="what"
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
          label={t('assessment.whoseView')}
          look="across"
          options={options.views}
          value={written.whoseView}
          onChange={(whoseView) => set({ whoseView })}
        />
      </CommandForm>
    </Sheet>
  )
}
