import { takeUpNeed } from '@peyvand/domain/assessment/contract.ts'
import { asksForGoal } from '@peyvand/domain/planning/why-not-propose.ts'
import { useState } from 'react'
import { daysBetween } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Mark } from '../../ui/level.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Code } from '../../ui/tag.tsx'
import { findingStale } from '../assessment/finding-stale.ts'
import { SetAsideDialog } from '../assessment/set-aside-dialog.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import type { Plan, PlanNeed } from './types.ts'

interface NeedsSideProps {
  file: CaseFile
  plan: Plan
  mayWrite: boolean
  onGoal?: (needId: string) => void
}

/** The needs of the case, those nobody answers first. */
export function NeedsSide({ file, plan, mayWrite, onGoal }: NeedsSideProps) {
  const t = useWords()
  const open = plan.needs.filter(({ ended }) => !ended)
  const waiting = (need: PlanNeed) =>
    goalsOf(plan, need).length === 0 && asksForGoal(need.severity, need.setAside !== null)
  const ordered = [...open.filter(waiting), ...open.filter((need) => !waiting(need))]
  return (
    <Section
      title={t('planning.needs')}
      bare
      aside={
        <Small>
          {t('planning.needs.count', {
            count: open.length,
            waiting: open.filter(waiting).length,
          })}
        </Small>
      }
    >
      {open.length === 0 ? (
        <EmptyState
          title={t('planning.needs.empty')}
          action={
            <ButtonLink href={`/cases/${file.id}/assessment`}>
              {t('planning.needs.toAssessment')}
            </ButtonLink>
          }
        >
          {t('planning.needs.emptyNext')}
        </EmptyState>
      ) : (
        <Stack gap="small">
          {ordered.map((need) => (
            <NeedPanel
              key={need.id}
              file={file}
              plan={plan}
              need={need}
              isWaiting={waiting(need)}
              mayWrite={mayWrite}
              {...(onGoal ? { onGoal } : {})}
            />
          ))}
        </Stack>
      )}
    </Section>
  )
}

function goalsOf(plan: Plan, need: PlanNeed) {
  return plan.goals.filter(({ needIds, endedOn }) => needIds.includes(need.id) && endedOn === null)
}

function NeedPanel({
  file,
  plan,
  need,
  isWaiting,
  mayWrite,
  onGoal,
}: NeedsSideProps & { need: PlanNeed; isWaiting: boolean }) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDay } = useFormats()
  const takeUp = useCommand(takeUpNeed, { stale: findingStale })
  const [isSettingAside, setSettingAside] = useState(false)
  const goals = goalsOf(plan, need)
  const days = daysBetween(need.foundOn, today)
  return (
    <Card look={isWaiting ? 'open' : 'plain'}>
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
          {isWaiting ? (
            <Mark shape="watch" tone="watch" bare>
              {days > 0 ? t('planning.need.waitingDays', { days }) : t('planning.need.waiting')}
            </Mark>
          ) : goals.length > 0 ? (
            goals.map(({ id, number, refused }) => (
              <StateMark key={id} state={refused ? 'refused' : 'done'} bare>
                {t(refused ? 'planning.need.refusedGoal' : 'planning.need.goal', { number })}
              </StateMark>
            ))
          ) : need.setAside ? (
            <StateMark state="ahead" bare>
              {t('planning.need.setAside')}
            </StateMark>
          ) : (
            <Small>{t('planning.need.slight')}</Small>
          )}
        </Row>
        <Row>
          <SeverityBars severity={need.severity} />
          <Small>
            {t('planning.need.about', {
              severity: need.severity,
              whose: t(`assessment.whose.${need.whoseView}`),
              day: formatDay(need.foundOn),
            })}
          </Small>
        </Row>
        {need.setAside && (
          <Because>
            {t('planning.need.asideBecause', {
              why: t(`assessment.aside.${need.setAside.why}`),
              reason: need.setAside.reason,
            })}{' '}
            {need.setAside.meanwhile !== '' &&
              t('assessment.aside.meanwhileIs', { what: need.setAside.meanwhile })}
          </Because>
        )}
        {isWaiting && <Because>{t('planning.need.rule')}</Because>}
        {mayWrite && (isWaiting || need.setAside) && (
          <Row>
            {onGoal && (
              <Button size="small" icon="plus" onPress={() => onGoal(need.id)}>
                {t('planning.need.addGoal')}
              </Button>
            )}
            {isWaiting && (
              <Button size="small" look="quiet" onPress={() => setSettingAside(true)}>
                {t('planning.need.writeReason')}
              </Button>
            )}
            {need.setAside && (
              <Button
                size="small"
                look="quiet"
                isPending={takeUp.isPending}
                onPress={() =>
                  void takeUp
                    .run({
                      params: { caseId: file.id, needId: need.id },
                      input: { version: need.version },
                    })
                    .catch(() => undefined)
                }
              >
                {t('assessment.need.takeUp')}
              </Button>
            )}
          </Row>
        )}
      </Stack>
      {isSettingAside && (
        <SetAsideDialog caseId={file.id} need={need} onClose={() => setSettingAside(false)} />
      )}
    </Card>
  )
}
