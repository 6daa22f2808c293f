import { clientPage } from '@peyvand/domain/planning/client-page.ts'
import type { PageGoal } from '@peyvand/domain/planning/client-page.ts'
import { isolateLeftToRight } from '@peyvand/domain/text/isolate.ts'
import { nameOf } from '../cases/names.ts'
import type { PaperWords } from '../linking/paper-words.ts'
import styles from './client-page.module.css'
import type { Plan } from './types.ts'

interface ClientPageProps {
  plan: Plan
  /** Words and dates of the client's own language. */
  words: PaperWords
}

/** The plan as the client holds it: own words, who does what by when, whom to call. No more. */
export function ClientPage({ plan, words }: ClientPageProps) {
  const { t } = words
  const goals = clientPage({
    goals: plan.goals
      .filter(({ endedOn }) => endedOn === null)
      .map((goal) => ({
        ...goal,
        needStatements: plan.needs
          .filter(({ id }) => goal.needIds.includes(id))
          .map(({ statement }) => statement),
      })),
  })
  return (
    <div className={styles.page} lang={words.language} dir={words.direction}>
      <p>{t('planning.page.together')}</p>
      <ol className={styles.goals}>
        {goals.map((goal) => (
          <PageGoalItem key={goal.number} goal={goal} words={words} />
        ))}
      </ol>
      {plan.manager && (
        <p>
          {plan.manager.phone === ''
            ? t('planning.page.ask', { name: plan.manager.fullName })
            : t('planning.page.call', {
                name: plan.manager.fullName,
                phone: isolateLeftToRight(words.formats.withDigits(plan.manager.phone)),
              })}
        </p>
      )}
    </div>
  )
}

function PageGoalItem({ goal, words }: { goal: PageGoal; words: PaperWords }) {
  const { t, formats } = words
  return (
    <li data-print="whole">
      <p className={styles.words} dir="auto">
        {goal.isOwnWords ? t('planning.quoted', { words: goal.words }) : goal.words}
      </p>
      {goal.hoped !== '' && <p dir="auto">{t('planning.page.hoped', { words: goal.hoped })}</p>}
      {goal.targetOn && (
        <p>{t('planning.page.until', { day: formats.formatDayLong(goal.targetOn) })}</p>
      )}
      {goal.actions.length > 0 && (
        <ul className={styles.actions}>
          {goal.actions.map((action) => (
            <li key={`${action.who} ${action.what}`}>
              <b>
                <bdi>{actorIn(words, action)}</bdi>
              </b>
              {': '}
              <bdi>{action.what}</bdi>
              {action.frequency !== '' && (
                <>
                  {' · '}
                  <bdi>{action.frequency}</bdi>
                </>
              )}
              {action.dueOn && (
                <>
                  {' · '}
                  {t('planning.page.until', { day: formats.formatDayLong(action.dueOn, false) })}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Who does it, said to the client: the client is "you", never a noun. */
function actorIn({ t }: PaperWords, { who, whoName }: PageGoal['actions'][number]): string {
  if (who === 'client') return t('planning.page.you')
  return whoName === '' ? t(`planning.page.who.${who}`) : whoName
}

export function clientNameOf(plan: Plan): string {
  return nameOf(plan.client)
}
