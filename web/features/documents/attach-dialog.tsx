import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import {
  attachDocument,
  documentKinds,
  documentTypes,
  listDocuments,
  maxDocumentBytes,
} from '@peyvand/domain/documents/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { peopleWithWalls } from '@peyvand/domain/cases/wall.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { peopleOf } from '../cases/people-of.ts'
import { WallField } from '../cases/wall-field.tsx'
import { WallMark } from '../cases/wall-mark.tsx'

type Document = AnswerOf<typeof listDocuments>['documents'][number]
type Kind = (typeof documentKinds)[number]

interface AttachDialogProps {
  file: CaseFile
  /** The older version that this one replaces. */
  supersedes?: Document
}

const usualGroup: Partial<Record<Kind, DataGroup>> = {
  medical: 'health',
  school: 'school',
  court: 'legal',
  income: 'money',
}

export function AttachDialog({ file, supersedes }: AttachDialogProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>(supersedes?.kind ?? 'identity')
  const [dataGroup, setGroup] = useState<DataGroup>(supersedes?.dataGroup ?? 'core')
  const [givenBy, setGivenBy] = useState(supersedes?.givenBy ?? '')
  const [onlyFor, setOnlyFor] = useState(supersedes?.onlyFor?.id ?? null)
  const [progress, setProgress] = useState<number>()
  const attach = useCommand(attachDocument, { stale: [listDocuments] })
  const mine = dataGroups.filter((group) => file.myGroups.includes(group))
  const title = supersedes ? t('documents.replace') : t('documents.attach')

  const send = async () => {
    if (!chosen) return
    try {
      await attach.run({
        params: { caseId: file.id },
        query: {
          id: newId(),
          name: name || chosen.name,
          kind,
          dataGroup,
          givenBy,
          ...(onlyFor === null ? {} : { onlyFor }),
          ...(supersedes ? { supersedes: supersedes.id } : {}),
        },
        file: chosen,
        onProgress: setProgress,
      })
      setOpen(false)
      setChosen(null)
      setName('')
      showToast({ message: t('documents.attached', { name: name || chosen.name }) })
    } finally {
      setProgress(undefined)
    }
  }

  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          size="small"
          look={supersedes ? 'quiet' : 'plain'}
          icon={supersedes ? 'upload' : 'plus'}
        >
          {title}
        </Button>
      }
    >
      <Form problem={attach.problem} onSubmit={() => void send().catch(() => undefined)}>
        <FileField
          label={t('documents.file')}
          types={documentTypes}
          maxBytes={maxDocumentBytes}
          file={chosen}
          onChange={setChosen}
          {...(progress === undefined ? {} : { progress })}
        />
        <TextField
          label={t('documents.name')}
          hint={t('documents.nameHint')}
          value={name}
          onChange={setName}
          name="name"
        />
        <Select
          label={t('documents.kind')}
          options={documentKinds.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            const usual = usualGroup[next] ?? 'core'
            if (mine.includes(usual)) setGroup(usual)
          }}
        />
        <Select
          label={t('documents.group')}
          hint={t('documents.groupHint')}
          options={mine.map((value) => ({ value, label: t(`cases.group.${value}`) }))}
          value={dataGroup}
          onChange={setGroup}
        />
        <TextField
          label={t('documents.givenBy')}
          value={givenBy}
          onChange={setGivenBy}
          name="givenBy"
        />
        {supersedes?.onlyFor ? (
          <WallMark onlyFor={supersedes.onlyFor} />
        ) : (
          <WallField
            people={peopleWithWalls(peopleOf(file))}
            value={onlyFor}
            onChange={setOnlyFor}
          />
        )}
        <FormActions>
          <Button look="primary" type="submit" isPending={attach.isPending} isDisabled={!chosen}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
