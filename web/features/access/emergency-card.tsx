import { now } from '../../platform/clock.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Emergency } from './emergencies-screen.tsx'
import { isLive } from './is-live.ts'
import { ReviewEmergencyDialog } from './review-emergency-dialog.tsx'

/** One emergency access: who, which case, why, when, how much was read, and what was found. */
export function EmergencyCard({ emergency }: { emergency: Emergency }) {
  const t = useWords()
  const { formatInstant, withDigits } = useFormats()
  const { caseId, caseNumber, mine, finding } = emergency
  const number = t('access.emergencies.case', { number: withDigits(caseNumber) })
  return (
    <Card element="article">
      <Row spread align="start" gap="normal">
        <Stack gap="tight">
          <Row>
            <b>
              <bdi>{emergency.fullName}</bdi>
            </b>
            <Tag icon="warning">{t(`access.emergency.is.${emergency.category}`)}</Tag>
          </Row>
          <Small>
            <Facts
              facts={[
                emergency.caseVisible ? (
                  <Link key="case" href={`/cases/${caseId}`}>
                    {number}
                  </Link>
                ) : (
                  number
                ),
                t('access.emergencies.when', {
                  from: formatInstant(emergency.beganAt),
                  until: formatInstant(emergency.endedAt ?? emergency.until),
                }),
                isLive(emergency, now()) && t('access.emergencies.running'),
                t('access.emergencies.looks', { count: emergency.looks }),
              ]}
            />
          </Small>
          <p dir="auto">{emergency.reason}</p>
          <Finding emergency={emergency} />
        </Stack>
        {!mine && finding === null && <ReviewEmergencyDialog emergency={emergency} />}
      </Row>
    </Card>
  )
}

function Finding({ emergency }: { emergency: Emergency }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const { mine, finding, findingNote, reviewerName, reviewedAt } = emergency
  if (finding === null) {
    return mine ? <Small>{t('access.emergencies.noFinding')}</Small> : null
  }
  return (
    <Stack gap="tight">
      <Row>
        <StateMark
          state={finding === 'justified' ? 'done' : 'refused'}
          {...(finding === 'justified' ? {} : { tone: 'urgent' })}
        >
          {t(`access.emergencies.${finding}`)}
        </StateMark>
      </Row>
      <Small>
        {reviewerName &&
          reviewedAt &&
          t('access.emergencies.by', {
            name: reviewerName,
            day: formatDay(dayOfInstant(reviewedAt)),
          })}{' '}
        <bdi>{findingNote}</bdi>
      </Small>
    </Stack>
  )
}
