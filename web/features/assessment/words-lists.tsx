import { endProblem, endStrength } from '@peyvand/domain/assessment/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import { findingStale } from './finding-stale.ts'
import styles from './findings.module.css'
import { ProblemSheet } from './problem-sheet.tsx'
import { StrengthSheet } from './strength-sheet.tsx'
import type { Problem, Strength } from './types.ts'

interface ListProps<R> {
  caseId: string
  rows: readonly R[]
  mayWrite: boolean
}

/** Problems: the client's words first, the worker's beside them. */
export function ProblemsSection({ caseId, rows, mayWrite }: ListProps<Problem>) {
  const t = useWords()
  const [open, setOpen] = useState<Problem | 'new'>()
  const standing = rows.filter(({ endedOn }) => endedOn === null)
  return (
    <Section
      title={t('assessment.problems')}
      aside={
        mayWrite && (
          <Button size="small" look="quiet" icon="plus" onPress={() => setOpen('new')}>
            {t('assessment.problem.add')}
          </Button>
        )
      }
    >
      {standing.length === 0 ? (
        <EmptyState title={t('assessment.problems.empty')}>
          {t('assessment.problems.emptyNext')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {standing.map((problem) => (
            <li key={problem.id}>
              <Row spread align="start">
                <div className={styles.grows}>
                  {problem.clientWords !== '' && (
                    <blockquote dir="auto">{problem.clientWords}</blockquote>
                  )}
                  {problem.workerWords !== '' && (
                    <p>
                      <Small>{t('assessment.problem.workerSays')}</Small>{' '}
                      <bdi>{problem.workerWords}</bdi>
                    </p>
                  )}
                  <Small>
                    <Facts
                      facts={[
                        t(`assessment.domain.${problem.domain}`),
                        t(`assessment.level.${problem.level}`),
                      ]}
                    />
                  </Small>
                </div>
                {mayWrite && <ProblemMenu caseId={caseId} problem={problem} onChange={setOpen} />}
              </Row>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <ProblemSheet
          caseId={caseId}
          {...(open === 'new' ? {} : { problem: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}

interface ProblemMenuProps {
  caseId: string
  problem: Problem
  onChange: (problem: Problem) => void
}

function ProblemMenu({ caseId, problem, onChange }: ProblemMenuProps) {
  const t = useWords()
  const end = useCommand(endProblem, { stale: findingStale })
  return (
    <EndingMenu
      label={t('assessment.problem.menu')}
      change={t('assessment.problem.change')}
      onChange={() => onChange(problem)}
      end={t('assessment.problem.end')}
      ask={t('assessment.problem.end.ask')}
      how={t('assessment.problem.end.how')}
      onEnd={(words) =>
        end.run({
          params: { caseId, problemId: problem.id },
          input: { version: problem.version, words },
        })
      }
    />
  )
}

/** Strengths, resources and aspirations, by whose view they are. */
export function StrengthsSection({ caseId, rows, mayWrite }: ListProps<Strength>) {
  const t = useWords()
  const [open, setOpen] = useState<Strength | 'new'>()
  const standing = rows.filter(({ endedOn }) => endedOn === null)
  return (
    <Section
      title={t('assessment.strengths')}
      aside={
        mayWrite && (
          <Button size="small" look="quiet" icon="plus" onPress={() => setOpen('new')}>
            {t('assessment.strength.add')}
          </Button>
        )
      }
    >
      {standing.length === 0 ? (
        <EmptyState title={t('assessment.strengths.empty')}>
          {t('assessment.strengths.emptyNext')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {standing.map((strength) => (
            <li key={strength.id}>
              <Row spread align="start">
                <div className={styles.grows}>
                  <p dir="auto">{strength.what}</p>
                  <Small>
                    <Facts
                      facts={[
                        t(`assessment.strengthKind.${strength.kind}`),
                        t(`assessment.domain.${strength.domain}`),
                        t('assessment.whoseIs', {
                          whose: t(`assessment.whose.${strength.whoseView}`),
                        }),
                      ]}
                    />
                  </Small>
                </div>
                {mayWrite && (
                  <StrengthMenu caseId={caseId} strength={strength} onChange={setOpen} />
                )}
              </Row>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <StrengthSheet
          caseId={caseId}
          {...(open === 'new' ? {} : { strength: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}

interface StrengthMenuProps {
  caseId: string
  strength: Strength
  onChange: (strength: Strength) => void
}

function StrengthMenu({ caseId, strength, onChange }: StrengthMenuProps) {
  const t = useWords()
  const end = useCommand(endStrength, { stale: findingStale })
  return (
    <EndingMenu
      label={t('assessment.strength.menu')}
      change={t('assessment.strength.change')}
      onChange={() => onChange(strength)}
      end={t('assessment.strength.end')}
      ask={t('assessment.strength.end.ask')}
      how={t('assessment.strength.end.how')}
      onEnd={(words) =>
        end.run({
          params: { caseId, strengthId: strength.id },
          input: { version: strength.version, words },
        })
      }
    />
  )
}

interface EndingMenuProps {
  label: string
  change: string
  onChange: () => void
  end: string
  ask: string
  how: string
  onEnd: (words: string) => Promise<unknown>
}

function EndingMenu({ label, change, onChange, end, ask, how, onEnd }: EndingMenuProps) {
  const [isEnding, setEnding] = useState(false)
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton icon="more" size="small" label={label} />}
        entries={[
          { key: 'change', label: change, icon: 'edit', onAction: onChange },
          { key: 'end', label: end, onAction: () => setEnding(true) },
        ]}
      />
      <ConfirmDialog
        title={ask}
        act={end}
        reason={{ label: how }}
        isOpen={isEnding}
        onOpenChange={setEnding}
        onConfirm={onEnd}
      />
    </>
  )
}
