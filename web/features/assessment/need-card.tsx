import { endBarrier, reopenNeed, takeUpNeed } from '@peyvand/domain/assessment/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Level } from '../../ui/level.tsx'
import { Link } from '../../ui/link.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Code } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { BarrierDialog } from './barrier-dialog.tsx'
import { EndNeedDialog } from './end-need-dialog.tsx'
import { findingStale } from './finding-stale.ts'
import styles from './findings.module.css'
import { NeedSheet } from './need-sheet.tsx'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import type { Barrier, Need } from './types.ts'

interface NeedCardProps {
  file: CaseFile
  need: Need
  mayWrite: boolean
}

type Open = 'change' | 'aside' | 'end' | 'reopen' | 'barrier'

/** One need: how much it weighs, whose view, and what stands in the way. */
export function NeedCard({ file, need, mayWrite }: NeedCardProps) {
  const t = useWords()
  const { formatDay } = useFormats()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const isOpen = need.outcome === null
  const barriers = need.barriers.filter(({ endedOn }) => endedOn === null)
  return (
    <Card element="li">
      <Stack gap="tight">
        <Row spread align="start">
          <Row align="baseline">
            <Code>{t('assessment.needCode', { number: need.number })}</Code>
            <h3>
              <Link href={`/cases/${file.id}/needs/${need.id}`} look="plain">
                <bdi>{need.statement}</bdi>
              </Link>
            </h3>
          </Row>
          <Row>
            {need.outcome ? (
              <StateMark
                state={
                  need.outcome === 'met'
                    ? 'done'
                    : need.outcome === 'unmet'
                      ? 'refused'
                      : 'underway'
                }
                bare
              >
                {t(`assessment.outcome.${need.outcome}`)}
              </StateMark>
            ) : (
              need.urgency !== 'normal' && (
                <Level level={need.urgency}>{t(`assessment.urgency.${need.urgency}`)}</Level>
              )
            )}
            {mayWrite && <NeedMenu caseId={file.id} need={need} onOpen={setOpen} />}
          </Row>
        </Row>
        <Row>
          <SeverityBars severity={need.severity} />
          <Facts
            facts={[
              t('assessment.severityIs', {
                severity: need.severity,
                words: t(`assessment.severity.${need.severity}`),
              }),
              t(`assessment.domain.${need.domain}`),
              t(`assessment.level.${need.level}`),
              t('assessment.whoseIs', { whose: t(`assessment.whose.${need.whoseView}`) }),
              formatDay(need.foundOn),
            ]}
          />
        </Row>
        {need.evidence !== '' && <p className={styles.evidence}>{need.evidence}</p>}
        {need.setAside && isOpen && (
          <Because>
            {t('assessment.aside.because', {
              why: t(`assessment.aside.${need.setAside.why}`),
              reason: need.setAside.reason,
              by: need.setAside.byName,
              day: formatDay(need.setAside.on),
            })}{' '}
            {need.setAside.meanwhile !== '' &&
              t('assessment.aside.meanwhileIs', { what: need.setAside.meanwhile })}
          </Because>
        )}
        {!isOpen && need.outcomeReason !== '' && <Small>{need.outcomeReason}</Small>}
        {need.neededAmount !== '' && (
          <Small>
            {t('assessment.amounts', {
              needed: need.neededAmount,
              received: need.receivedAmount,
            })}
          </Small>
        )}
        {barriers.length > 0 && (
          <ul className={styles.barriers} aria-label={t('assessment.barriers')}>
            {barriers.map((barrier) => (
              <BarrierLine
                key={barrier.id}
                file={file}
                barrier={barrier}
                mayWrite={mayWrite && isOpen}
              />
            ))}
          </ul>
        )}
        {mayWrite && isOpen && (
          <Row>
            <Button look="quiet" size="small" icon="plus" onPress={() => setOpen('barrier')}>
              {t('assessment.barrier.add')}
            </Button>
          </Row>
        )}
      </Stack>
      {open === 'change' && <NeedSheet file={file} need={need} onClose={close} />}
      {open === 'aside' && <SetAsideDialog caseId={file.id} need={need} onClose={close} />}
      {open === 'end' && <EndNeedDialog caseId={file.id} need={need} onClose={close} />}
      {open === 'barrier' && <BarrierDialog caseId={file.id} needId={need.id} onClose={close} />}
      {open === 'reopen' && <ReopenDialog caseId={file.id} need={need} onClose={close} />}
    </Card>
  )
}

interface NeedMenuProps {
  caseId: string
  need: Need
  onOpen: (open: Open) => void
}

function NeedMenu({ caseId, need, onOpen }: NeedMenuProps) {
  const t = useWords()
  const command = useCommand(takeUpNeed, { stale: findingStale })
  const takeUp = () =>
    void command
      .run({ params: { caseId, needId: need.id }, input: { version: need.version } })
      .then(
        () => showToast({ message: t('assessment.need.takenUp') }),
        (problem: unknown) =>
          showToast({ message: problemWords(problem).sentence, look: 'problem' }),
      )
  const problemWords = useProblemWords()
  const entries: MenuEntry[] =
    need.outcome === null
      ? [
          {
            key: 'change',
            label: t('assessment.need.change'),
            icon: 'edit',
            onAction: () => onOpen('change'),
          },
          need.setAside
            ? { key: 'takeUp', label: t('assessment.need.takeUp'), onAction: takeUp }
            : {
                key: 'aside',
                label: t('assessment.need.setAside'),
                onAction: () => onOpen('aside'),
              },
          {
            key: 'end',
            label: t('assessment.need.end'),
            icon: 'check',
            startsGroup: true,
            onAction: () => onOpen('end'),
          },
        ]
      : [
          {
            key: 'reopen',
            label: t('assessment.need.reopen'),
            icon: 'undo',
            onAction: () => onOpen('reopen'),
          },
        ]
  return (
    <Menu
      label={t('assessment.need.menu', { number: need.number })}
      trigger={
        <IconButton
          icon="more"
          size="small"
          label={t('assessment.need.menu', { number: need.number })}
        />
      }
      entries={entries}
    />
  )
}

function BarrierLine({
  file,
  barrier,
  mayWrite,
}: {
  file: CaseFile
  barrier: Barrier
  mayWrite: boolean
}) {
  const t = useWords()
  const end = useCommand(endBarrier, { stale: findingStale })
  const [isChanging, setChanging] = useState(false)
  return (
    <li>
      <Row align="baseline">
        <b>{t(`assessment.barrier.${barrier.kind}`)}</b>
        <bdi>{barrier.what}</bdi>
      </Row>
      {barrier.action !== '' && (
        <Small>{t('assessment.barrier.actionIs', { what: barrier.action })}</Small>
      )}
      {mayWrite && (
        <Row>
          <Button look="quiet" size="small" onPress={() => setChanging(true)}>
            {t('assessment.barrier.change')}
          </Button>
          <ConfirmDialog
            title={t('assessment.barrier.end.ask')}
            act={t('assessment.barrier.end')}
            reason={{ label: t('assessment.barrier.end.how') }}
            trigger={
              <Button look="quiet" size="small">
                {t('assessment.barrier.end')}
              </Button>
            }
            onConfirm={(words) =>
              end.run({
                params: { caseId: file.id, barrierId: barrier.id },
                input: { version: barrier.version, words },
              })
            }
          />
        </Row>
      )}
      {isChanging && (
        <BarrierDialog
          caseId={file.id}
          needId={barrier.needId}
          barrier={barrier}
          onClose={() => setChanging(false)}
        />
      )}
    </li>
  )
}

interface NeedDialogProps {
  caseId: string
  need: Need
  onClose: () => void
}

function ReopenDialog({ caseId, need, onClose }: NeedDialogProps) {
  const t = useWords()
  const reopen = useCommand(reopenNeed, { stale: findingStale })
  return (
    <ConfirmDialog
      title={t('assessment.need.reopen.ask')}
      act={t('assessment.need.reopen')}
      reason={{ label: t('assessment.need.reopen.why') }}
      isOpen
      onOpenChange={onClose}
      onConfirm={(reason) =>
        reopen.run({
          params: { caseId, needId: need.id },
          input: { version: need.version, reason },
        })
      }
    />
  )
}
