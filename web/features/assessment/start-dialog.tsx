import {
  listAssessments,
  listInstruments,
  startAssessment,
} from '@peyvand/domain/assessment/contract.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { Refused } from '../../platform/api-problem.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { nameOf } from '../cases/names.ts'
import { useInWords } from './in-words.tsx'
import { InformantFields } from './informant-fields.tsx'
import type { InformantTold } from './informant-fields.tsx'
import type { AssessmentList } from './types.ts'

interface StartDialogProps {
  file: CaseFile
  list: AssessmentList
  onClose: () => void
}

/** Which questionnaire, about whom, answered by whom. */
export function StartDialog({ file, list, onClose }: StartDialogProps) {
  const t = useWords()
  const go = useGo()
  const inWords = useInWords()
  const { settings } = useLocale()
  const known = useEndpoint(listInstruments)
  const start = useCommand(startAssessment, { stale: [listAssessments, readCase] })
  const instruments = (known.data?.instruments ?? []).filter(
    ({ current, dataGroup }) => current && list.writableGroups.includes(dataGroup),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const [personId, setPersonId] = useState(file.client.id)
  const [told, setTold] = useState<InformantTold>({
    informant: 'client',
    informantName: '',
    language: settings.language,
  })
  const instrument =
    instruments.find(({ id }) => id === chosen) ??
    (instruments.length === 1 ? instruments[0] : undefined)
  const offered = Object.keys(instrument?.translation ?? {})
  const language = offered.includes(told.language) ? told.language : (offered[0] ?? told.language)
  const begin = async () => {
    if (!instrument) return
    const input = { id: newId(), instrumentId: instrument.id, personId, ...told, language }
    const { id } = await start.run({ params: { caseId: file.id }, input })
    go(`/cases/${file.id}/assessment/${id}`)
  }
  const already =
    start.problem instanceof Refused && start.problem.code === 'assessment_already_started'
      ? String(start.problem.facts.assessmentId)
      : undefined
  return (
    <Dialog title={t('assessment.start')} isOpen onOpenChange={onClose} size="large">
      {!known.data ? (
        <Skeleton lines={5} />
      ) : instruments.length === 0 ? (
        <EmptyState icon="list" title={t('assessment.start.none')}>
          {t('assessment.start.noneNext')}
        </EmptyState>
      ) : (
        <CommandForm
          commands={[start]}
          send={begin}
          act={t('assessment.start.begin')}

          onBack={onClose}
        >
          {already && (
            <ButtonLink href={`/cases/${file.id}/assessment/${already}`}>
              {t('assessment.start.toDraft')}
            </ButtonLink>
          )}
          <RadioGroup
            label={t('assessment.start.which')}
            options={instruments.map(({ id, titleFa, titleEn, purpose }) => ({
              value: id,
              label: settings.language === 'fa' ? titleFa : titleEn,
              hint: inWords(purpose),
            }))}
            value={instrument?.id ?? null}
            onChange={setChosen}
            name="instrumentId"
            isRequired
          />
          {list.people.length > 1 && (
            <Select
              label={t('assessment.start.about')}
              value={personId}
              onChange={setPersonId}
              options={list.people.map((person) => ({ value: person.id, label: nameOf(person) }))}
            />
          )}
          <InformantFields
            value={{ ...told, language }}
            onChange={setTold}
            translation={instrument?.translation ?? {}}
          />
        </CommandForm>
      )}
    </Dialog>
  )
}
