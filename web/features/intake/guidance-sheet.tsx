import { giveGuidance, listRequests } from '@peyvand/domain/intake/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AskedFields, nothingAsked } from './asked-fields.tsx'
import type { Asked } from './asked-fields.tsx'
import type { MyDesk } from './my-desks.ts'

interface Guidance {
  id: string
  asked: Asked
  told: string
  deskId: string
}

/** Somebody asked, was told where to go, and needs no file: counted, without a name. */
export function GuidanceSheet({ desks }: { desks: readonly MyDesk[] }) {
  const t = useWords()
  return (
    <Sheet
      title={t('intake.guidance.title')}
      trigger={<Button icon="message">{t('intake.guidance')}</Button>}
    >
      {(close) => <GuidanceForm desks={desks} onDone={close} />}
    </Sheet>
  )
}

function GuidanceForm({ desks, onDone }: { desks: readonly MyDesk[]; onDone: () => void }) {
  const t = useWords()
  const give = useCommand(giveGuidance, { stale: [listRequests] })
  const [initial] = useState<Guidance>(() => ({
    id: newId(),
    asked: nothingAsked,
    told: '',
    deskId: desks[0]?.id ?? '',
  }))
  const draft = useDraft<Guidance>('guidance', initial)
  if (!draft.isReady) return <Skeleton lines={6} />
  const { id, asked, told, deskId } = draft.value
  const change = (part: Partial<Guidance>) => draft.change({ ...draft.value, ...part })
  const send = async () => {
    await give.run({ input: { id, deskId, ...asked, guidanceGiven: told } })
    await draft.discard()
    showToast({ message: t('intake.guidance.done') })
    onDone()
  }
  return (
    <CommandForm commands={[give]} send={send} act={t('intake.guidance.record')}>
      <p>{t('intake.guidance.what')}</p>
      <AskedFields value={asked} onChange={(next) => change({ asked: next })} brief />
      <TextArea
        label={t('intake.guidance.told')}
        hint={t('intake.guidance.toldHint')}
        name="guidanceGiven"
        value={told}
        onChange={(next) => change({ told: next })}
        maxLength={2000}
        lines={2}
        isRequired
        wide
      />
      {desks.length > 1 && (
        <Select
          label={t('intake.guidance.desk')}
          options={desks.map((desk) => ({ value: desk.id, label: desk.name }))}
          value={deskId}
          onChange={(next) => change({ deskId: next })}
        />
      )}
    </CommandForm>
  )
}
