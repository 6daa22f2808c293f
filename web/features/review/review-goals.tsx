import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readAttainment } from '@peyvand/domain/monitoring/contract.ts'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { Stack } from '../../ui/layout.tsx'
import { GoalChoice, notJudged } from '../monitoring/goal-choice.tsx'
import type { ReviewPartProps } from './written-review.ts'

interface ReviewGoalsProps extends ReviewPartProps {
  goals: AnswerOf<typeof readAttainment>['goals']
}

/** Where each goal stands now. */
export function ReviewGoals({ goals, written, change }: ReviewGoalsProps) {
  const t = useWords()
  if (goals.length === 0) return null
  return (
    <Section title={t('review.goals')}>
      <Stack gap="small">
        {goals.map((goal) => (
          <Card key={goal.id}>
            <Stack gap="small">
              <h3>
                {t('monitoring.goal.quoted', {
                  words: goal.clientWords || goal.professionalWords,
                })}
              </h3>
              <GoalChoice
                goal={goal}
                value={written.goals[goal.id] ?? notJudged}
                onChange={(next) => {
                  const progressId = written.goals[goal.id]?.progressId ?? newId()
                  change({
                    goals: { ...written.goals, [goal.id]: { progressId, ...next } },
                  })
                }}
                saidLabel={t('review.remark')}
                isRequired
              />
            </Stack>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}
