import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { SignatureView } from '../../ui/signature-pad.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { nameOf } from '../cases/names.ts'
import type { Agreement, Plan } from './types.ts'

const states = { agreed: 'done', partly_agreed: 'underway', refused: 'refused' } as const

/** What the client answered to this edition: when, how, to which words. */
export function AgreementsSection({ plan }: { plan: Plan }) {
  const t = useWords()
  const [newest, ...older] = plan.agreements
  if (!newest) return null
  return (
    <Section title={t('planning.agreement')}>
      <Stack gap="small">
        <OneAgreement plan={plan} agreement={newest} />
        {older.length > 0 && (
          <details>
            <summary>{t('planning.agreement.older', { count: older.length })}</summary>
            <Stack gap="small">
              {older.map((agreement) => (
                <OneAgreement key={agreement.id} plan={plan} agreement={agreement} />
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Section>
  )
}

function OneAgreement({ plan, agreement }: { plan: Plan; agreement: Agreement }) {
  const t = useWords()
  const { formatDay, formatList, formatNumber } = useFormats()
  const { answer, person, limit } = agreement
  const name = nameOf(person)
  const refused = agreement.goalAnswers
    .filter((each) => each.answer === 'refused')
    .flatMap(({ goalId }) => plan.goals.filter(({ id }) => id === goalId))
    .map(({ number }) => formatNumber(number))
  return (
    <div>
      <Row spread align="start">
        <StateMark
          state={states[answer]}
          {...(answer === 'partly_agreed' ? { tone: 'watch' as const } : {})}
        >
          {t(`planning.agreed.${answer}`, { name })}
        </StateMark>
        <Small>
          {t('planning.agreement.recorded', {
            day: formatDay(agreement.answeredOn),
            by: agreement.byName,
          })}
        </Small>
      </Row>
      {refused.length > 0 && (
        <p>{t('planning.agreement.refusedGoals', { goals: formatList(refused) })}</p>
      )}
      {agreement.words !== '' && <p dir="auto">{agreement.words}</p>}
      {agreement.signature && (
        <SignatureView
          signature={agreement.signature}
          label={t('planning.signatureOf', { name })}
        />
      )}
      {limit && (
        <Note tone="urgent" title={t(`planning.limit.${limit.kind}`)}>
          {limit.words} {t('planning.limit.by', { by: limit.decidedBy })}
        </Note>
      )}
      {!agreement.toTheseWords && (
        <Note tone="watch" size="small">
          {t('planning.agreement.otherWords')}
        </Note>
      )}
    </div>
  )
}
