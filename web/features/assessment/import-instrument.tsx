import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import { importInstrument, listInstruments } from '@peyvand/domain/assessment/contract.ts'
import type { FileFault } from '@peyvand/domain/assessment/read-instrument-file.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { Refused } from '../../platform/api-problem.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './import-instrument.module.css'

const maxBytes = importInstrument.accepts.maxBytes

/** A questionnaire from a file: whole, or nothing and every fault in its place. */
export function ImportInstrument({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const command = useCommand(importInstrument, { stale: [listInstruments] })
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number>()
  const [code, setCode] = useState('')
  const [edition, setEdition] = useState('')
  const [dataGroup, setDataGroup] = useState<DataGroup | null>(null)
  const faults =
    command.problem instanceof Refused && command.problem.code === 'import_has_errors'
      ? (command.problem.facts.errors as readonly FileFault[])
      : undefined
  const send = async () => {
    if (!file) return
    try {
      const done = await command.run({
        query: {
          id: newId(),
          ...(code ? { code } : {}),
          ...(edition ? { edition } : {}),
          ...(dataGroup ? { dataGroup } : {}),
        },
        file: new Blob([file], { type: 'application/fhir+json' }),
        onProgress: setProgress,
      })
      showToast({
        message: t(done.alreadyThere ? 'assessment.import.already' : 'assessment.import.done'),
      })
      onClose()
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <Dialog title={t('assessment.import')} isOpen onOpenChange={onClose} size="large">
      <Form
        {...(faults ? {} : { problem: command.problem })}
        onSubmit={() => void send().catch(() => undefined)}
      >
        <p>{t('assessment.import.what')}</p>
        <FileField
          label={t('assessment.import.file')}
          types={['application/json', 'application/fhir+json']}
          maxBytes={maxBytes}
          file={file}
          onChange={(chosen) => {
            setFile(chosen)
            command.forget()
          }}
          {...(progress === undefined ? {} : { progress })}
        />
        {faults && <Faults faults={faults} />}
        <FieldRow>
          <Select
            label={t('assessment.import.group')}
            hint={t('assessment.import.groupHint')}
            options={dataGroups.map((value) => ({ value, label: t(`assessment.group.${value}`) }))}
            value={dataGroup}
            onChange={setDataGroup}
          />
          <TextField
            label={t('assessment.import.code')}
            value={code}
            onChange={setCode}
            direction="ltr"
            autoCapitalize="none"
            name="code"
          />
          <TextField
            label={t('assessment.import.edition')}
            value={edition}
            onChange={setEdition}
            direction="ltr"
            name="edition"
          />
        </FieldRow>
        <FormActions>
          <Button
            type="submit"
            look="primary"
            isPending={command.isPending}
            lockedBecause={file ? undefined : t('assessment.import.noFile')}
          >
            {t('assessment.import.send')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('ui.goBack')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Faults({ faults }: { faults: readonly FileFault[] }) {
  const t = useWords()
  return (
    <div role="alert" className={styles.faults}>
      <p>
        <b>{t('assessment.import.faults', { count: faults.length })}</b>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.path} ${fault.code} ${fault.detail}`}>
            {fault.path !== '' && (
              <code dir="ltr" className={styles.place}>
                {fault.path}
              </code>
            )}{' '}
            {t(`assessment.fault.${fault.code}`, { detail: fault.detail })}
          </li>
        ))}
      </ul>
    </div>
  )
}
