import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readToday, wakeDue } from '@peyvand/domain/monitoring/contract.ts'
import { gatherJobs, groupToday } from '@peyvand/domain/monitoring/today.ts'
import { useEffect, useState } from 'react'
import { now } from '../../platform/clock.ts'
import { useLocale } from '../../platform/locale.tsx'
import { lazyPart } from '../../platform/lazy-part.tsx'
import { hasRole, useMe } from '../../platform/me.tsx'
import { usePlace, useWaiting } from '../../platform/place.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo, useSearchWord } from '../../platform/route.ts'
import { useShortcut } from '../../platform/shortcuts.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { loadOtherWords, useWords, Words } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Page, Row, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { fetchMenus } from '../../ui/menu.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { dueHref } from '../cases/due-href.ts'
import { News } from './news.tsx'
import { TodayGroup } from './today-groups.tsx'
import { withTimes } from './today-items.ts'
import type { TodayItem } from './today-items.ts'
import { TodayJob } from './today-job.tsx'
import styles from './today.module.css'
import { TodaysVisits } from './todays-visits.tsx'
import { useFinishTask } from './use-finish-task.ts'

const AddTaskDialog = lazyPart(async () => (await import('./add-task-dialog.tsx')).AddTaskDialog)
const SnoozeDialog = lazyPart(async () => (await import('./snooze-dialog.tsx')).SnoozeDialog)
const MoveTaskDialog = lazyPart(async () => (await import('./move-task-dialog.tsx')).MoveTaskDialog)
const DropTaskDialog = lazyPart(async () => (await import('./drop-task-dialog.tsx')).DropTaskDialog)

type Asking = { what: 'add' } | { what: 'move' | 'drop' | 'snooze'; item: TodayItem }

/** What needs me now, and why? */
export function TodayScreen() {
  const t = useWords()
  const { today } = useLocale()
  const { formatDayLong } = useFormats()
  const title = formatDayLong(today, false)
  usePlace(t('monitoring.today'))
  const [whoseWord, setWhose] = useSearchWord('whose')
  const whose = whoseWord === 'all' ? 'all' : 'mine'
  const list = useEndpoint(readToday, { query: { whose } })
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)

  // Nothing competes with Today for the wire; the words of other pages and menus come once it stands
  // and the browser has drawn it.
  const stands = !list.isPending
  useEffect(() => {
    if (!stands) return undefined
    const later = setTimeout(() => {
      void loadOtherWords().catch(() => undefined)
      fetchMenus()
    })
    return () => clearTimeout(later)
  }, [stands])

  const items = withTimes(list.data?.items ?? [])
  const groups = groupToday(items, today)
  const waking = [...groups.now, ...groups.tonight, ...groups.week]
  const gathered = gatherJobs(waking, today)
  const visits = items.filter(
    ({ rule, dueOn, mine }) => rule === 'appointment_due' && dueOn === today && mine,
  )
  useWaiting(
    'today',
    whose === 'mine' && list.data ? groups.now.length + groups.tonight.length : undefined,
  )

  return (
    <Page>
      <PageHeader
        title={title}
        actions={
          <Row>
            <PrintButton label={t('monitoring.today.print')} />
            <Button icon="plus" onPress={() => setAsking({ what: 'add' })}>
              {t('monitoring.task.add')}
            </Button>
          </Row>
        }
      >
        <Hello />{' '}
        {list.data && (
          <Words
            id="monitoring.today.summary"
            values={{
              now: groups.now.length,
              tonight: groups.tonight.length,
              visits: visits.length,
            }}
            components={{ b: <b /> }}
          />
        )}
      </PageHeader>
      <Columns shape="wide">
        <Stack gap="small">
          <div className={styles.filter} data-print="never">
            <span>{t('monitoring.today.showing')}</span>
            <Chip isSelected={whose === 'mine'} onChange={() => setWhose(undefined)}>
              {t('monitoring.today.mine')}
            </Chip>
            <Chip isSelected={whose === 'all'} onChange={() => setWhose('all')}>
              {t('monitoring.today.all')}
            </Chip>
            <span>{t('monitoring.today.order')}</span>
          </div>
          {list.error ? (
            <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
          ) : !list.data ? (
            <Skeleton lines={8} heading />
          ) : (
            <Jobs
              groups={groups}
              waking={waking}
              gathered={gathered}
              onAsk={(what, item) => setAsking({ what, item })}
            />
          )}
          {list.data?.more && <Note>{t('monitoring.today.more')}</Note>}
        </Stack>
        <Stack>
          {list.data && <TodaysVisits items={items} gathered={gathered} />}
          <News />
        </Stack>
      </Columns>
      {asking?.what === 'add' && <AddTaskDialog onClose={close} />}
      {asking?.what === 'snooze' && <SnoozeDialog item={asking.item} onClose={close} />}
      {asking?.what === 'move' && (
        <MoveTaskDialog caseId={asking.item.caseId} task={taskOf(asking.item)} onClose={close} />
      )}
      {asking?.what === 'drop' && (
        <DropTaskDialog caseId={asking.item.caseId} task={taskOf(asking.item)} onClose={close} />
      )}
    </Page>
  )
}

function Hello() {
  const t = useWords()
  const me = useMe()
  const { formats } = useLocale()
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: formats.timeZone,
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(now()),
  )
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return <>{t(`monitoring.hello.${part}`, { name: me.fullName.split(' ')[0] ?? '' })}</>
}

/** Where somebody with nothing due goes: to the cases, or who sees numbers and not files to those. */
function WayOn() {
  const t = useWords()
  const me = useMe()
  return hasRole(me, 'director') && !hasRole(me, 'caseworker', 'supervisor') ? (
    <ButtonLink href="/outcomes">{t('monitoring.today.toNumbers')}</ButtonLink>
  ) : (
    <ButtonLink href="/cases">{t('monitoring.today.toCases')}</ButtonLink>
  )
}

interface JobsProps {
  groups: ReturnType<typeof groupToday<TodayItem>>
  /** Everything not put off, in the order of the page. */
  waking: readonly TodayItem[]
  gathered: ReadonlyMap<TodayItem, readonly TodayItem[]>
  onAsk: (what: 'move' | 'drop' | 'snooze', item: TodayItem) => void
}

function Jobs({ groups, waking, gathered, onAsk }: JobsProps) {
  const t = useWords()
  const go = useGo()
  const finish = useFinishTask()
  const wake = useCommand(wakeDue, { stale: [readToday, readCase] })
  const [active, setActive] = useState<string>()
  const place = waking.findIndex((item) => idOf(item) === active)
  const current = waking[place]

  const stand = (item: TodayItem) => {
    setActive(idOf(item))
    document.querySelector<HTMLElement>(`[data-item="${idOf(item)}"]`)?.focus()
  }
  const step = (by: 1 | -1) => {
    const next = waking[Math.min(Math.max(place + by, 0), waking.length - 1)]
    if (!next) return
    stand(next)
  }
  const done = (item: TodayItem) => {
    const after = waking[waking.indexOf(item) + 1] ?? waking[waking.indexOf(item) - 1]
    if (after) stand(after)
    void finish(item.caseId, taskOf(item))
  }
  useShortcut('j', t('monitoring.keys.down'), () => step(1))
  useShortcut('k', t('monitoring.keys.up'), () => step(-1))
  useShortcut('x', t('monitoring.keys.done'), () => {
    if (current?.taskVersion != null) done(current)
    else if (current) go(dueHref(current.caseId, current.act, current.subjectId))
  })

  const job = (item: TodayItem) => (
    <TodayJob
      key={idOf(item)}
      item={item}
      others={gathered.get(item) ?? []}
      isActive={idOf(item) === active}
      isFirst={item === waking[0]}
      onDone={() => done(item)}
      onMove={() => onAsk('move', item)}
      onDrop={() => onAsk('drop', item)}
      onSnooze={() => onAsk('snooze', item)}
      onWake={() => void wake.run({ params: { caseId: item.caseId, key: item.key } })}
    />
  )
  return (
    <>
      {waking.length === 0 && (
        <Card>
          <EmptyState icon="check" title={t('monitoring.today.empty')} action={<WayOn />}>
            {t('monitoring.today.emptyNext')}
          </EmptyState>
        </Card>
      )}
      <TodayGroup name="now" items={groups.now}>
        {job}
      </TodayGroup>
      <TodayGroup name="tonight" items={groups.tonight}>
        {job}
      </TodayGroup>
      <TodayGroup name="week" items={groups.week}>
        {job}
      </TodayGroup>
      <TodayGroup name="snoozed" items={groups.snoozed}>
        {job}
      </TodayGroup>
      {waking.length > 0 && (
        <p className={styles.keys} data-print="never">
          <Words id="monitoring.today.keys" components={{ key: <kbd /> }} />
        </p>
      )}
    </>
  )
}

function idOf({ caseId, key }: TodayItem): string {
  return `${caseId} ${key}`
}

function taskOf(item: TodayItem) {
  const { title } = item.facts as { title: string }
  return {
    id: item.subjectId ?? '',
    title,
    dueOn: item.dueOn,
    time: item.time,
    version: item.taskVersion ?? 1,
  }
}
