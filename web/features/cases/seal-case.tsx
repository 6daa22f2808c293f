import { readCase, readWhoCanSee, readWhoLooked, sealCase } from '@peyvand/domain/cases/contract.ts'
import { useMe } from '../../platform/me.tsx'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from './case-frame.tsx'

/** Leaves the case to the people named on it, or opens it to the line of supervision again. */
export function SealCase({ file }: { file: CaseFile }) {
  const t = useWords()
  const me = useMe()
  const seal = useCommand(sealCase, { stale: [readCase, readWhoCanSee, readWhoLooked] })
  const act = t(file.sealed ? 'cases.unseal' : 'cases.seal')
  if (!file.team.some(({ workerId }) => workerId === me.id)) {
    return (
      <Button size="small" icon="lock" lockedBecause={t('cases.seal.notNamed')}>
        {act}
      </Button>
    )
  }
  return (
    <ConfirmDialog
      title={t(file.sealed ? 'cases.unseal.ask' : 'cases.seal.ask')}
      act={act}
      trigger={
        <Button size="small" icon="lock">
          {act}
        </Button>
      }
      onConfirm={async () => {
        await seal.run({
          params: { caseId: file.id },
          input: { sealed: !file.sealed, version: file.version },
        })
        showToast({ message: t(file.sealed ? 'cases.unseal.done' : 'cases.seal.done') })
      }}
    >
      <p>{t(file.sealed ? 'cases.unseal.what' : 'cases.seal.what')}</p>
    </ConfirmDialog>
  )
}
