import { listColleagues } from '@peyvand/domain/agency/contract.ts'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import {
  joinTeam,
  readCase,
  readWhoCanSee,
  readWhoLooked,
  teamRoles,
} from '@peyvand/domain/cases/contract.ts'
import { usualGroups } from '@peyvand/domain/cases/usual-groups.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useMe } from '../../platform/me.tsx'
import { useCommand, useEndpointWhen } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from './case-frame.tsx'

type TeamRole = (typeof teamRoles)[number]

/** A colleague joins the team; the groups offered are those the role usually needs. */
export function JoinTeamDialog({ file }: { file: CaseFile }) {
  const t = useWords()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const [workerId, setWorker] = useState<string | null>(null)
  const [role, setRole] = useState<TeamRole>('caseworker')
  const [groups, setGroups] = useState<DataGroup[]>([...usualGroups('caseworker')])
  const [mayWrite, setMayWrite] = useState(true)
  const [until, setUntil] = useState<string | null>(null)
  const colleagues = useEndpointWhen(isOpen, listColleagues, { query: {} })
  const join = useCommand(joinTeam, { stale: [readCase, readWhoCanSee, readWhoLooked] })
  const send = async () => {
    if (!workerId) return
    await join.run({
      params: { caseId: file.id },
      input: { id: newId(), workerId, role, groups, mayWrite, until },
    })
    setOpen(false)
    setWorker(null)
    showToast({ message: t('cases.joinTeam.done') })
  }
  return (
    <Dialog
      title={t('cases.joinTeam')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" icon="plus">
          {t('cases.joinTeam')}
        </Button>
      }
    >
      <Form problem={join.problem} onSubmit={() => void send().catch(() => undefined)}>
        <ComboBox
          label={t('cases.joinTeam.who')}
          options={(colleagues.data?.colleagues ?? [])
            .filter(({ id }) => id !== me.id)
            .map(({ id, fullName, title }) => ({ value: id, label: fullName, hint: title }))}
          value={workerId}
          onChange={setWorker}
          isRequired
        />
        <Select
          label={t('cases.joinTeam.role')}
          options={teamRoles.map((value) => ({ value, label: t(`cases.role.${value}`) }))}
          value={role}
          onChange={(next) => {
            setRole(next)
            setGroups([...usualGroups(next)])
          }}
        />
        <CheckboxGroup
          label={t('cases.joinTeam.groups')}
          hint={t('cases.joinTeam.groupsHint')}
          options={dataGroups.map((value) => ({ value, label: t(`cases.group.${value}`) }))}
          value={groups}
          onChange={setGroups}
          isRequired
        />
        <Switch isSelected={mayWrite} onChange={setMayWrite}>
          {t('cases.joinTeam.mayWrite')}
        </Switch>
        <DayField label={t('cases.joinTeam.until')} value={until} onChange={setUntil} />
        <FormActions>
          <Button
            look="primary"
            type="submit"
            isPending={join.isPending}
            lockedBecause={
              groups.length > 0 && !groups.includes('core')
                ? t('cases.partner.coreNeeded')
                : undefined
            }
          >
            {t('cases.joinTeam.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
