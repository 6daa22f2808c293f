import type { emergencyCategories } from '@peyvand/domain/access/contract.ts'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import { onlyLooks } from '@peyvand/domain/audit/only-looks.ts'
import {
  leaveTeam,
  readCase,
  readWhoCanSee,
  readWhoLooked,
} from '@peyvand/domain/cases/contract.ts'
import type { teamRoles } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listConsents } from '@peyvand/domain/linking/contract.ts'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { hasWords, useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ClientSight } from '../linking/client-sight.tsx'
import { AdmitPartnerDialog } from './admit-partner-dialog.tsx'
import type { CaseFile } from './case-frame.tsx'
import { CaseFrame } from './case-frame.tsx'
import { JoinTeamDialog } from './join-team-dialog.tsx'
import { SealCase } from './seal-case.tsx'

type Category = (typeof emergencyCategories)[number]
type TeamRole = (typeof teamRoles)[number]
type Person = AnswerOf<typeof readWhoCanSee>['people'][number]
type Look = AnswerOf<typeof readWhoLooked>['looks'][number]

/** Who can see this case, why and until when; who has looked; and who may bring in whom. */
export function WhoCanSeeScreen() {
  const t = useWords()
  return (
    <CaseFrame current="who-can-see" title={t('cases.tab.whoCanSee')} saysTitle>
      {(file) => (
        <Stack>
          <WhoCanSee file={file} />
          <ClientSight file={file} />
          <WhoLooked caseId={file.id} />
        </Stack>
      )}
    </CaseFrame>
  )
}

function WhoCanSee({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatList } = useFormats()
  const people = useEndpoint(readWhoCanSee, { params: { caseId: file.id } })
  const leads = file.leadsTeam && file.mayWrite
  return (
    <Section title={t('cases.tab.whoCanSee')} aside={<PrintButton label={t('cases.who.print')} />}>
      <Stack gap="small">
        {leads && (
          <Row>
            <JoinTeamDialog file={file} />
            <AdmitPartnerDialog file={file} />
            <SealCase file={file} />
          </Row>
        )}
        {file.sealed && <Note icon="lock">{t('cases.sealed.what')}</Note>}
        {people.error ? (
          <ErrorState problem={people.error} onRetry={() => void people.refetch()} />
        ) : !people.data ? (
          <Skeleton lines={4} />
        ) : (
          <DataTable<Person>
            label={t('cases.tab.whoCanSee')}
            rows={people.data.people}
            rowKey={({ workerId, why }) => `${workerId} ${why}`}
            columns={[
              {
                key: 'name',
                title: t('cases.who.name'),
                isHead: true,
                width: '22%',
                cell: (row) => <bdi>{row.fullName}</bdi>,
              },
              {
                key: 'why',
                title: t('cases.who.why'),
                cell: (row) => <Why file={file} row={row} />,
              },
              {
                key: 'groups',
                title: t('cases.who.groups'),
                width: '24%',
                cell: (row) => (
                  <>
                    {row.groups.length === dataGroups.length
                      ? t('cases.group.all')
                      : formatList(row.groups.map((group) => t(`cases.group.${group}`)))}
                    <br />
                    <Small>{row.mayWrite ? t('cases.who.writes') : t('cases.who.reads')}</Small>
                  </>
                ),
              },
              {
                key: 'until',
                title: t('cases.who.until'),
                width: '22%',
                cell: (row) => <Until row={row} />,
              },
              ...(leads && people.data.people.some((row) => memberToLeave(file, row))
                ? [
                    {
                      key: 'act',
                      title: t('cases.who.act'),
                      screenOnly: true,
                      cell: (row: Person) => <Leave file={file} row={row} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Stack>
    </Section>
  )
}

const isOfTeam = ({ why }: Person) => why.startsWith('team:')

/** On which ground: the team, the line of supervision, an emergency; of a partner, which consent. */
function Why({ file, row }: { file: CaseFile; row: Person }) {
  const t = useWords()
  const consentId = isOfTeam(row)
    ? file.team.find(({ workerId }) => workerId === row.workerId)?.consentId
    : null
  const [kind, detail = ''] = row.why.split(':')
  if (kind === 'supervision') return t('cases.who.supervision')
  if (kind === 'emergency') {
    return t('cases.who.emergency', { category: t(`access.emergency.is.${detail as Category}`) })
  }
  return (
    <Stack gap="tight">
      {t(`cases.role.${detail as TeamRole}`)}
      {consentId && <UnderConsent caseId={file.id} consentId={consentId} />}
    </Stack>
  )
}

function UnderConsent({ caseId, consentId }: { caseId: string; consentId: string }) {
  const t = useWords()
  const { formatDay } = useFormats()
  const { data } = useEndpoint(listConsents, { params: { caseId } })
  const consent = data?.consents.find(({ id }) => id === consentId)
  if (!consent) return null
  return (
    <Small>
      <Link href={`/cases/${caseId}/consents/${consentId}/paper`}>
        {t('cases.who.consent', {
          recipient: consent.recipientName,
          day: formatDay(consent.untilOn),
        })}
      </Link>
    </Small>
  )
}

function Until({ row }: { row: Person }) {
  const t = useWords()
  const { formatDay, formatInstant, dayOfInstant } = useFormats()
  if (row.until === null) {
    return t(isOfTeam(row) ? 'cases.who.whileOpen' : 'cases.who.whileSupervising')
  }
  if (!isOfTeam(row)) return formatInstant(row.until)
  // What holds until the end of a day ends when the next one begins.
  return formatDay(dayOfInstant(new Date(Date.parse(row.until) - 1).toISOString()))
}

/** Whom the team can do without: neither the case manager nor the only supervisor. */
function memberToLeave(file: CaseFile, row: Person) {
  const member = file.team.find(({ workerId }) => workerId === row.workerId)
  if (!isOfTeam(row) || !member || member.role === 'case_manager') return undefined
  const isOnlySupervisor =
    member.role === 'supervisor' &&
    !file.team.some(
      ({ id, role, until, hasLeft }) =>
        role === 'supervisor' && id !== member.id && until === null && !hasLeft,
    )
  return isOnlySupervisor ? undefined : member
}

/** Takes a member off the team, where the team can do without. */
function Leave({ file, row }: { file: CaseFile; row: Person }) {
  const t = useWords()
  const leave = useCommand(leaveTeam, { stale: [readWhoCanSee, readWhoLooked, readCase] })
  const member = memberToLeave(file, row)
  if (!member) return null
  return (
    <ConfirmDialog
      title={t('cases.leaveTeam.ask', { name: row.fullName })}
      act={t('cases.leaveTeam')}
      look="danger"
      trigger={
        <Button look="quiet" size="small">
          {t('cases.leaveTeam')}
        </Button>
      }
      onConfirm={() => leave.run({ params: { caseId: file.id, memberId: member.id } })}
    >
      <p>{t('cases.leaveTeam.what')}</p>
    </ConfirmDialog>
  )
}

/** Who left a mark without an account here; the others came as partners by link. */
const withoutAccount: Record<string, 'cases.looked.client' | 'cases.looked.system' | undefined> = {
  openSight: 'cases.looked.client',
  listSentReferrals: 'cases.looked.system',
  readSentReferral: 'cases.looked.system',
  answerSentReferral: 'cases.looked.system',
}

function WhoLooked({ caseId }: { caseId: string }) {
  const t = useWords()
  const { formatInstant } = useFormats()
  const [earlier, setEarlier] = useState<readonly Look[]>([])
  const before = earlier.at(-1)?.seq
  const page = useEndpoint(readWhoLooked, {
    params: { caseId },
    query: before === undefined ? {} : { before },
  })
  const looks = [...earlier, ...(page.data?.looks ?? [])]
  if (page.error) return <ErrorState problem={page.error} onRetry={() => void page.refetch()} />
  return (
    <Section title={t('cases.looked')} aside={t('cases.looked.what')}>
      {looks.length === 0 ? (
        <Skeleton lines={4} />
      ) : (
        <DataTable<Look>
          label={t('cases.looked')}
          rows={looks}
          rowKey={({ seq }) => String(seq)}
          columns={[
            { key: 'at', title: t('cases.looked.at'), cell: (row) => formatInstant(row.at) },
            {
              key: 'who',
              title: t('cases.who.name'),
              isHead: true,
              cell: (row) =>
                row.fullName ? (
                  <bdi>{row.fullName}</bdi>
                ) : (
                  t(withoutAccount[row.verb] ?? 'cases.looked.partner')
                ),
            },
            {
              key: 'what',
              title: t('cases.looked.did'),
              cell: (row) => {
                const id = `cases.verb.${row.verb}`
                return (
                  <Row>
                    {hasWords(id)
                      ? t(id)
                      : t(onlyLooks(row.verb) ? 'cases.looked.read' : 'cases.looked.changed')}
                    {row.reason?.startsWith('emergency:') && (
                      <Tag icon="warning">{t('cases.looked.inEmergency')}</Tag>
                    )}
                  </Row>
                )
              },
            },
            {
              key: 'outcome',
              title: t('cases.looked.outcome'),
              cell: (row) =>
                row.outcome === 'done' ? t('cases.looked.done') : t('cases.looked.refused'),
            },
          ]}
        />
      )}
      {page.data?.looks.length === 50 && (
        <Row>
          <Button isPending={page.isFetching} onPress={() => setEarlier(looks)}>
            {t('cases.timeline.earlier')}
          </Button>
        </Row>
      )}
    </Section>
  )
}
