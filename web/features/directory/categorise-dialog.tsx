import { useState } from 'react'
import { categoriseService, listServices, readService } from '@peyvand/domain/directory/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useNeedOptions } from './directory-words.ts'
import type { Service } from './types.ts'

/** Says which needs the service answers, where its source said nothing or something else. */
export function CategoriseDialog({ service }: { service: Service }) {
  const t = useWords()
  return (
    <Dialog
      title={t('directory.categorise')}
      trigger={<Button icon="goal">{t('directory.categorise')}</Button>}
    >
      {(close) => <CategoriseForm service={service} onDone={close} />}
    </Dialog>
  )
}

function CategoriseForm({ service, onDone }: { service: Service; onDone: () => void }) {
  const t = useWords()
  const options = useNeedOptions()
  const categorise = useCommand(categoriseService, { stale: [readService, listServices] })
  const [needDomains, setNeedDomains] = useState(service.needDomains)
  const send = async () => {
    await categorise.run({
      params: { serviceId: service.id },
      input: { needDomains, version: service.version },
    })
    showToast({ message: t('directory.categorise.done') })
    onDone()
  }
  return (
    <CommandForm commands={[categorise]} send={send} act={t('directory.categorise.send')}>
      <p>{t('directory.categorise.what')}</p>
      <CheckboxGroup
        label={t('directory.service.needs')}
        name="needDomains"
        across
        isRequired
        options={options}
        value={needDomains}
        onChange={setNeedDomains}
      />
    </CommandForm>
  )
}
