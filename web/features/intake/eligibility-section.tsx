import { answerRules } from '@peyvand/domain/intake/contract.ts'
import { isOpen } from '@peyvand/domain/intake/request-steps.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import type { RequestFile } from './request-file.ts'
import { useRequestCommand } from './request-file.ts'
import { RuleList } from './rule-list.tsx'

const tones = { eligible: 'normal', unknown: 'watch', ineligible: 'urgent' } as const
const icons = { eligible: 'check', unknown: 'help', ineligible: 'warning' } as const

/** The programme's rules against what is known; they advise, a person decides. */
export function EligibilitySection({ request }: { request: RequestFile }) {
  const t = useWords()
  const answer = useRequestCommand(answerRules)
  const { outcome, results } = request.eligibility
  const open = results.filter(({ asks }) => asks !== undefined).length
  const send = (ruleId: string, yes: boolean | null) => {
    const { [ruleId]: _before, ...others } = request.answers
    const answers = yes === null ? others : { ...others, [ruleId]: yes }
    void answer
      .run({ params: { requestId: request.id }, input: { answers, version: request.version } })
      .catch(() => undefined)
  }
  const toAsked = () => {
    const part = document.getElementById('asked')
    part?.scrollIntoView({ block: 'center' })
    part?.querySelector('button')?.click()
  }
  return (
    <Section title={t('intake.eligibility')}>
      <Stack gap="small">
        {answer.problem !== null && <FormErrors problem={answer.problem} />}
        <Note tone={tones[outcome]} icon={icons[outcome]} title={t(`intake.outcome.${outcome}`)}>
          {outcome === 'unknown'
            ? t('intake.outcome.askFirst', { count: open })
            : t('intake.outcome.advises')}
        </Note>
        {isOpen(request.status) ? (
          <RuleList
            results={results}
            answers={request.answers}
            onAnswer={send}
            mend={{ area: toAsked, needs: toAsked }}
          />
        ) : (
          <>
            <Small>{t('intake.eligibility.asDecided')}</Small>
            <RuleList results={results} />
          </>
        )}
      </Stack>
    </Section>
  )
}
