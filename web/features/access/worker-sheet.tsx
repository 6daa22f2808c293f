import { useState } from 'react'
import {
  changeRoles,
  changeWorker,
  endWorker,
  listWorkers,
  returnWorker,
} from '@peyvand/domain/access/contract.ts'
import { whyNotChangeWorker } from '@peyvand/domain/access/change-roles.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { useMe } from '../../platform/me.tsx'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmergencyNaming } from './emergency-naming.tsx'
import { PrintCode } from './print-code.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useAttempt } from './use-attempt.ts'
import { useRoleNames } from './use-role-names.ts'
import { NameFields, PlaceFields } from './worker-fields.tsx'
import type { WorkerWords } from './worker-fields.tsx'
import type { Worker } from './workers-screen.tsx'

interface WorkerSheetProps {
  worker: Worker
  workers: readonly Worker[]
}

/** One worker: how to sign in, details, roles, and leaving. Nobody changes his or her own. */
export function WorkerSheet({ worker, workers }: WorkerSheetProps) {
  const t = useWords()
  const me = useMe()
  const whyNot = whyNotChangeWorker({ byId: me.id, byRoles: me.roles, ofId: worker.id })
  if (whyNot) {
    return (
      <Stack>
        <Note icon="lock">{t('access.workers.notOneself')}</Note>
        <Reading worker={worker} workers={workers} />
      </Stack>
    )
  }
  if (worker.endedAt !== null) return <Returning worker={worker} workers={workers} />
  return (
    <Stack>
      <PrintCode worker={worker} />
      <Details key={`details ${worker.version}`} worker={worker} workers={workers} />
      <Roles key={`roles ${worker.version}`} worker={worker} />
      <EmergencyNaming key={`emergency ${worker.version}`} worker={worker} />
      <Leaving worker={worker} />
    </Stack>
  )
}

function Reading({ worker, workers }: WorkerSheetProps) {
  const t = useWords()
  const { formatList } = useFormats()
  const names = useRoleNames()
  return (
    <DefinitionList
      entries={[
        { key: 'userName', name: t('access.userName'), value: <bdi>{worker.userName}</bdi> },
        {
          key: 'roles',
          name: t('access.roles'),
          value: formatList(worker.roles.map((role) => names[role])),
        },
        { key: 'title', name: t('access.title'), value: worker.title },
        { key: 'phone', name: t('access.phone'), value: worker.phone && <bdi>{worker.phone}</bdi> },
        {
          key: 'supervisor',
          name: t('access.supervisor'),
          value: workers.find((one) => one.id === worker.supervisorId)?.fullName,
        },
        {
          key: 'emergency',
          name: t('access.named'),
          value: worker.emergency && t('access.named.yes'),
        },
      ]}
    />
  )
}

function Details({ worker, workers }: WorkerSheetProps) {
  const t = useWords()
  const change = useCommand(changeWorker, { stale: [listWorkers] })
  const attempt = useAttempt()
  const { fullName, title, phone, supervisorId, deskIds } = worker
  const [words, setWords] = useState<WorkerWords>({
    fullName,
    title,
    phone,
    supervisorId,
    deskIds,
  })
  const send = async () => {
    const input = { ...words, version: worker.version }
    const params = { workerId: worker.id }
    if (await attempt.run(() => change.run({ params, input }))) {
      showToast({ message: t('access.workers.changed') })
    }
  }
  return (
    <Section title={t('access.workers.details')} level={3}>
      <Form
        problem={attempt.problem}
        onSubmit={() => void send()}
        label={t('access.workers.details')}
      >
        <NameFields words={words} onChange={setWords} />
        <PlaceFields words={words} onChange={setWords} workers={workers} ownId={worker.id} />
        <FormActions>
          <Button type="submit" isPending={attempt.isPending}>
            {t('access.workers.saveDetails')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Roles({ worker }: { worker: Worker }) {
  const t = useWords()
  const change = useCommand(changeRoles, { stale: [listWorkers] })
  const attempt = useAttempt()
  const [roles, setRoles] = useState<Role[]>(worker.roles)
  const isSame =
    roles.length === worker.roles.length && roles.every((r) => worker.roles.includes(r))
  const send = async () => {
    const input = { version: worker.version, roles }
    if (await attempt.run(() => change.run({ params: { workerId: worker.id }, input }))) {
      showToast({ message: t('access.roles.changed') })
    }
  }
  return (
    <Section title={t('access.roles')} level={3}>
      <Form problem={attempt.problem} onSubmit={() => void send()} label={t('access.roles')}>
        <RoleChoice value={roles} onChange={setRoles} />
        <p>{t('access.roles.told')}</p>
        <FormActions>
          <Button
            type="submit"
            isPending={attempt.isPending}
            lockedBecause={isSame ? t('access.roles.same') : undefined}
          >
            {t('access.roles.change')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Leaving({ worker }: { worker: Worker }) {
  const t = useWords()
  const end = useCommand(endWorker, { stale: [listWorkers] })
  return (
    <div>
      <ConfirmDialog
        title={t('access.workers.endAsk', { name: worker.fullName })}
        act={t('access.workers.end')}
        look="danger"
        trigger={
          <Button look="danger" icon="signout">
            {t('access.workers.end')}
          </Button>
        }
        onConfirm={async () => {
          await end.run({ params: { workerId: worker.id }, input: { version: worker.version } })
          showToast({ message: t('access.workers.ended', { name: worker.fullName }) })
        }}
      >
        <p>{t('access.workers.endWhat')}</p>
      </ConfirmDialog>
    </div>
  )
}

function Returning({ worker, workers }: WorkerSheetProps) {
  const t = useWords()
  const back = useCommand(returnWorker, { stale: [listWorkers] })
  const attempt = useAttempt()
  const send = async () => {
    const input = { version: worker.version }
    if (await attempt.run(() => back.run({ params: { workerId: worker.id }, input }))) {
      showToast({ message: t('access.workers.returned', { name: worker.fullName }) })
    }
  }
  return (
    <Stack>
      <Reading worker={worker} workers={workers} />
      <Form
        problem={attempt.problem}
        onSubmit={() => void send()}
        label={t('access.workers.return')}
      >
        <p>{t('access.workers.returnWhat')}</p>
        <FormActions>
          <Button type="submit" look="primary" isPending={attempt.isPending}>
            {t('access.workers.return')}
          </Button>
        </FormActions>
      </Form>
    </Stack>
  )
}
