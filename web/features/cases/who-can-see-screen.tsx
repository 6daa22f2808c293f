import {
  leaveTeam,
  readCase,
  readWhoCanSee,
  readWhoLooked,
} from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { hasWords, useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { CaseFile } from './case-frame.tsx'
import { CaseFrame } from './case-frame.tsx'
import { JoinTeamDialog } from './join-team-dialog.tsx'

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
          <WhoLooked caseId={file.id} />
        </Stack>
      )}
    </CaseFrame>
  )
}

function WhoCanSee({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatDay, formatList, dayOfInstant } = useFormats()
  const params = { caseId: useParam('caseId') }
  const people = useEndpoint(readWhoCanSee, { params })
  const leave = useCommand(leaveTeam, { stale: [readWhoCanSee, readWhoLooked, readCase] })
  const leads = file.leadsTeam && file.mayWrite
  return (
    <Section title={t('cases.tab.whoCanSee')} aside={leads && <JoinTeamDialog file={file} />}>
      {people.error ? (
        <ErrorState problem={people.error} onRetry={() => void people.refetch()} />
      ) : !people.data ? (
        <Skeleton lines={4} />
      ) : (
        <DataTable<Person>
          label={t('cases.tab.whoCanSee')}
          rows={people.data.people}
          rowKey={({ workerId }) => workerId}
          columns={[
            {
              key: 'name',
              title: t('cases.who.name'),
              isHead: true,
              cell: (row) => <bdi>{row.fullName}</bdi>,
            },
            { key: 'why', title: t('cases.who.why'), cell: (row) => whyWords(row.why) },
            {
              key: 'groups',
              title: t('cases.who.groups'),
              cell: (row) => (
                <Small>
                  {row.groups.length === 9
                    ? t('cases.group.all')
                    : formatList(row.groups.map((group) => t(`cases.group.${group}`)))}
                </Small>
              ),
            },
            {
              key: 'write',
              title: t('cases.who.mayWrite'),
              cell: (row) => (row.mayWrite ? t('cases.who.writes') : t('cases.who.reads')),
            },
            {
              key: 'until',
              title: t('cases.who.until'),
              cell: (row) =>
                row.until ? formatDay(dayOfInstant(row.until)) : t('cases.who.whileOpen'),
            },
            ...(leads
              ? [
                  {
                    key: 'act',
                    title: t('cases.who.act'),
                    cell: (row: Person) => {
                      const member = file.team.find(({ workerId }) => workerId === row.workerId)
                      if (
                        !member ||
                        member.role === 'case_manager' ||
                        member.role === 'supervisor'
                      ) {
                        return null
                      }
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
                          onConfirm={() =>
                            leave.run({ params: { ...params, memberId: member.id } })
                          }
                        >
                          {t('cases.leaveTeam.what')}
                        </ConfirmDialog>
                      )
                    },
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  )

  function whyWords(why: string): string {
    const id = `cases.role.${why.replace('team:', '')}`
    return hasWords(id) ? t(id) : why
  }
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
              cell: (row) => (row.fullName ? <bdi>{row.fullName}</bdi> : t('cases.looked.partner')),
            },
            {
              key: 'what',
              title: t('cases.looked.did'),
              cell: (row) => {
                const id = `cases.verb.${row.verb}`
                return hasWords(id)
                  ? t(id)
                  : t(
                      row.verb.startsWith('read') || row.verb.startsWith('list')
                        ? 'cases.looked.read'
                        : 'cases.looked.changed',
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
