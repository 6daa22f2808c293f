import { listColleagues } from '@peyvand/domain/agency/contract.ts'
import { joinDesk, leaveDesk } from '@peyvand/domain/intake/contract.ts'
import { useState } from 'react'
import { useMe } from '../../platform/me.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { PersonLine } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DeskDialog } from './desk-dialog.tsx'
import { useSettingsCommand } from './settings-rows.ts'
import type { Desk, Programme } from './settings-rows.ts'

/** The desks of a programme and who sits there: they alone see its requests. */
export function DeskList({ programme }: { programme: Programme }) {
  const t = useWords()
  const [editing, setEditing] = useState<{ desk?: Desk }>()
  return (
    <Stack gap="small">
      {programme.desks.map((desk) => (
        <DeskCard key={desk.id} desk={desk} onEdit={() => setEditing({ desk })} />
      ))}
      <Row>
        <Button size="small" look="quiet" icon="plus" onPress={() => setEditing({})}>
          {t('intake.desks.add')}
        </Button>
      </Row>
      {editing && (
        <DeskDialog
          programmeId={programme.id}
          {...(editing.desk ? { desk: editing.desk } : {})}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Stack>
  )
}

function DeskCard({ desk, onEdit }: { desk: Desk; onEdit: () => void }) {
  const t = useWords()
  const me = useMe()
  const leave = useSettingsCommand(leaveDesk)
  const [isJoining, setJoining] = useState(false)
  return (
    <Card look={desk.members.length === 0 && !desk.ended ? 'open' : 'plain'}>
      <Stack gap="small">
        <Row spread>
          <Row>
            <b>{desk.name}</b>
            {desk.phone !== '' && (
              <Small>
                <bdi dir="ltr">{desk.phone}</bdi>
              </Small>
            )}
            {desk.answersForAgency && <Tag icon="phone">{t('intake.desks.answers')}</Tag>}
            {desk.ended && <Tag icon="signout">{t('intake.desks.ended')}</Tag>}
          </Row>
          <IconButton
            icon="edit"
            size="small"
            label={t('ui.editWhat', { what: desk.name })}
            onPress={onEdit}
          />
        </Row>
        {leave.problem !== null && <FormErrors problem={leave.problem} />}
        {desk.members.length === 0 && !desk.ended && <Small>{t('intake.desks.nobody')}</Small>}
        <Row gap="normal">
          {desk.members.map((member) => (
            <Row key={member.id}>
              <PersonLine name={member.fullName} />
              {member.id !== me.id && (
                <IconButton
                  icon="close"
                  size="small"
                  label={t('intake.desks.leave', { name: member.fullName })}
                  onPress={() =>
                    void leave
                      .run({ params: { deskId: desk.id, workerId: member.id } })
                      .catch(() => undefined)
                  }
                />
              )}
            </Row>
          ))}
          {!desk.ended && (
            <Button size="small" icon="plus" onPress={() => setJoining(true)}>
              {t('intake.desks.join')}
            </Button>
          )}
        </Row>
      </Stack>
      {isJoining && <JoinDialog desk={desk} onClose={() => setJoining(false)} />}
    </Card>
  )
}

function JoinDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const t = useWords()
  const me = useMe()
  const join = useSettingsCommand(joinDesk)
  const colleagues = useEndpoint(listColleagues, { query: {} })
  const [workerId, setWorker] = useState<string | null>(null)
  const sitting = new Set(desk.members.map(({ id }) => id))
  const options = (colleagues.data?.colleagues ?? [])
    .filter(({ id }) => id !== me.id && !sitting.has(id))
    .map(({ id, fullName, title }) => ({
      value: id,
      label: fullName,
      ...(title ? { hint: title } : {}),
    }))
  const send = async () => {
    if (!workerId) return
    await join.run({ params: { deskId: desk.id }, input: { workerId } })
    onClose()
  }
  return (
    <Dialog
      title={t('intake.desks.joinTitle', { desk: desk.name })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <CommandForm
        commands={[join]}
        send={send}
        act={t('intake.desks.join')}
        lockedBecause={
          colleagues.data && options.length === 0 ? t('intake.desks.nobodyElse') : undefined
        }
        onBack={onClose}
      >
        <p>{t('intake.desks.joinWhat')}</p>
        <ComboBox
          key={options.length}
          label={t('intake.desks.who')}
          hint={t('intake.desks.notOneself')}
          options={options}
          value={workerId}
          onChange={setWorker}
          isRequired
        />
      </CommandForm>
    </Dialog>
  )
}
