import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { CaseFile } from './case-frame.tsx'
import { ModelDialog } from './model-dialog.tsx'
import { RiskDialog } from './risk-dialog.tsx'

/** What may be changed on the case itself. */
export function CaseMenu({ file }: { file: CaseFile }) {
  const t = useWords()
  const [open, setOpen] = useState<'risk' | 'model'>()
  if (!file.mayWrite || file.status === 'closed') return null
  return (
    <>
      <Menu
        label={t('cases.menu')}
        trigger={<IconButton icon="more" label={t('cases.menu')} />}
        entries={[
          {
            key: 'risk',
            label: t('cases.judgeRisk'),
            icon: 'shield',
            onAction: () => setOpen('risk'),
          },
          {
            key: 'model',
            label: t('cases.changeModel'),
            icon: 'book',
            onAction: () => setOpen('model'),
          },
        ]}
      />
      <RiskDialog file={file} isOpen={open === 'risk'} onClose={() => setOpen(undefined)} />
      <ModelDialog file={file} isOpen={open === 'model'} onClose={() => setOpen(undefined)} />
    </>
  )
}
