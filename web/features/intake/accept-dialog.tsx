import { listColleagues, listPracticeModels } from '@peyvand/domain/agency/contract.ts'
import { listCases } from '@peyvand/domain/cases/contract.ts'
import { parsePracticeModels } from '@peyvand/domain/cases/practice-model.ts'
import { acceptRequest } from '@peyvand/domain/intake/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { inLanguage } from '@peyvand/domain/text/local-text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useLocale } from '../../platform/locale.tsx'
import { hasRole, useMe } from '../../platform/me.tsx'
import { makeStale, useEndpoint } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { useWords } from '../../platform/words.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useRequestCommand } from './request-file.ts'
import type { NextStep, RequestFile } from './request-file.ts'

interface AcceptDialogProps {
  request: RequestFile
  step: NextStep
  onClose: () => void
}

/** Accepting opens the case: how it will be worked, who answers for it, and with whom she lives. */
export function AcceptDialog({ request, step, onClose }: AcceptDialogProps) {
  const t = useWords()
  const models = useEndpoint(listPracticeModels)
  const colleagues = useEndpoint(listColleagues, { query: {} })
  const problem = models.error ?? colleagues.error
  return (
    <Dialog
      title={t('intake.accept.title')}
      size="large"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {problem ? (
        <ErrorState
          problem={problem}
          onRetry={() => void Promise.all([models.refetch(), colleagues.refetch()])}
        />
      ) : !models.data || !colleagues.data ? (
        <Skeleton lines={6} />
      ) : (
        <Accepting
          request={request}
          step={step}
          onClose={onClose}
          models={models.data.practiceModels}
          colleagues={colleagues.data.colleagues}
        />
      )}
    </Dialog>
  )
}

type Model = NonNullable<
  ReturnType<typeof useEndpoint<typeof listPracticeModels>>['data']
>['practiceModels'][number]
type Colleague = NonNullable<
  ReturnType<typeof useEndpoint<typeof listColleagues>>['data']
>['colleagues'][number]

interface AcceptingProps extends AcceptDialogProps {
  models: readonly Model[]
  colleagues: readonly Colleague[]
}

const noWords = { modelReason: '', reason: '' }
const noHousehold = 'none'
const newHousehold = 'new'

function Accepting({ request, step, onClose, models, colleagues }: AcceptingProps) {
  const t = useWords()
  const me = useMe()
  const go = useGo()
  const client = useQueryClient()
  const nameIn = useLocalName()
  const modelHint = useModelHint()
  const accept = useRequestCommand(acceptRequest)
  const [ids] = useState(() => ({
    caseId: newId(),
    managerRowId: newId(),
    supervisorRowId: newId(),
    householdId: newId(),
    memberId: newId(),
  }))
  const managers = colleagues.filter(({ roles }) =>
    roles.some((role) => role === 'caseworker' || role === 'supervisor'),
  )
  const supervisors = colleagues.filter(({ roles }) => roles.includes('supervisor'))
  const [modelId, setModel] = useState(request.programme.practiceModelId)
  const draft = useDraft(`request:${request.id}:accept`, noWords)
  const [managerId, setManager] = useState<string | null>(hasRole(me, 'caseworker') ? me.id : null)
  const [supervisorId, setSupervisor] = useState<string | null>(
    supervisors.length === 1 ? (supervisors[0]?.id ?? null) : null,
  )
  const [household, setHousehold] = useState(request.households[0]?.id ?? newHousehold)
  const [householdName, setHouseholdName] = useState(request.client?.familyName ?? '')
  const needsReason = step.asks.includes('reason')
  const othersSupervise = supervisors.some(({ id }) => id !== managerId)
  const send = async () => {
    if (!modelId || !managerId || !supervisorId) return
    const opened = await accept.run({
      params: { requestId: request.id },
      input: {
        caseId: ids.caseId,
        managerRowId: ids.managerRowId,
        supervisorRowId: ids.supervisorRowId,
        practiceModelId: modelId,
        practiceModelReason: draft.value.modelReason,
        caseManagerId: managerId,
        supervisorId,
        household:
          household === noHousehold
            ? { kind: 'none' }
            : household === newHousehold
              ? {
                  kind: 'new',
                  householdId: ids.householdId,
                  memberId: ids.memberId,
                  name: householdName,
                }
              : { kind: 'known', householdId: household },
        reason: draft.value.reason,
        version: request.version,
      },
    })
    await Promise.all([makeStale(client, listCases), draft.discard()])
    showToast({ message: t('intake.accept.done', { number: opened.number }) })
    onClose()
    if (opened.visible) go(`/cases/${opened.caseId}`)
  }
  return (
    <CommandForm
      commands={[accept]}
      send={send}
      act={t('intake.accept.open')}
      icon="folder"
      onBack={onClose}
    >
      {request.aheadInLine > 0 && (
        <Note tone="watch" icon="clock">
          {t('intake.accept.ahead', { count: request.aheadInLine })}
        </Note>
      )}
      {needsReason && (
        <TextArea
          label={t('intake.accept.reason')}
          hint={t('intake.accept.reasonHint')}
          name="reason"
          value={draft.value.reason}
          onChange={(reason) => draft.change({ ...draft.value, reason })}
          lines={2}
          maxLength={2000}
          isRequired
        />
      )}
      <RadioGroup
        label={t('intake.accept.model')}
        options={models.map((model) => ({
          value: model.id,
          label: nameIn(model),
          hint: modelHint(model),
        }))}
        value={modelId}
        onChange={setModel}
        isRequired
      />
      <TextArea
        label={t('intake.accept.modelReason')}
        hint={t('intake.accept.modelReasonHint')}
        name="practiceModelReason"
        value={draft.value.modelReason}
        onChange={(modelReason) => draft.change({ ...draft.value, modelReason })}
        lines={2}
        maxLength={1000}
        isRequired
      />
      <FieldRow>
        <ComboBox
          label={t('intake.accept.manager')}
          hint={t('intake.accept.managerHint')}
          options={managers.map(optionOf)}
          value={managerId}
          onChange={setManager}
          isRequired
        />
        <ComboBox
          label={t('intake.accept.supervisor')}
          hint={othersSupervise ? undefined : t('intake.accept.onlySupervisor')}
          options={supervisors
            .filter(({ id }) => id !== managerId || !othersSupervise)
            .map(optionOf)}
          value={supervisorId}
          onChange={setSupervisor}
          isRequired
        />
      </FieldRow>
      <RadioGroup
        label={t('intake.accept.household')}
        options={[
          ...request.households.map(({ id, name, members }) => ({
            value: id,
            label: t('intake.accept.householdKnown', {
              name: name || (request.client ? fullName(request.client) : ''),
              members,
            }),
          })),
          { value: newHousehold, label: t('intake.accept.householdNew') },
          { value: noHousehold, label: t('intake.accept.householdNone') },
        ]}
        value={household}
        onChange={setHousehold}
      />
      {household === newHousehold && (
        <TextField
          label={t('intake.accept.householdName')}
          value={householdName}
          onChange={setHouseholdName}
          maxLength={120}
        />
      )}
    </CommandForm>
  )
}

function optionOf({ id, fullName: name, title }: Colleague) {
  return { value: id, label: name, ...(title ? { hint: title } : {}) }
}

/** What a practice model puts first, and how often it wants contact. */
function useModelHint(): (model: Model) => string {
  const t = useWords()
  const { settings } = useLocale()
  return ({ content }) => {
    const model = parsePracticeModels([content]).models?.[0]
    if (!model) return ''
    const emphasis = inLanguage(model.emphasis, settings.language)?.text ?? ''
    const often = t('intake.accept.every', {
      contact: model.contactEveryDays,
      review: model.reviewEveryDays,
    })
    return `${emphasis} · ${often}`
  }
}
