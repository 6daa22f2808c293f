import { readNeedLife } from '@peyvand/domain/cases/contract.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Columns, Row, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { CaseFrame } from './case-frame.tsx'
import { useEventWords } from './event-words.tsx'
import { NeedsAndTheirLife } from './needs-and-their-life.tsx'

/** The life of one need: from the answer that showed it to what came of it. */
export function NeedLifeScreen() {
  const t = useWords()
  const eventWords = useEventWords()
  const { formatDay } = useFormats()
  const caseId = useParam('caseId')
  const needId = useParam('needId')
  const life = useEndpoint(readNeedLife, { params: { caseId, needId } })
  return (
    <CaseFrame current="overview" title={life.data?.need.statement ?? t('cases.station.need')}>
      {(file) => {
        if (life.error)
          return <ErrorState problem={life.error} onRetry={() => void life.refetch()} />
        if (!life.data) return <Skeleton lines={8} heading />
        const { need, events } = life.data
        return (
          <Stack>
            <PageHeader
              title={need.statement}
              actions={
                <Row>
                  <PrintButton />
                  {file.mayWrite && !need.outcome && (
                    <ButtonLink
                      look="primary"
                      href={`/cases/${caseId}/needs/${needId}/find-service`}
                    >
                      {t('cases.need.findService')}
                    </ButtonLink>
                  )}
                </Row>
              }
            />
            <NeedsAndTheirLife
              file={{ ...file, needs: file.needs.filter(({ id }) => id === needId) }}
            />
            <Columns>
              <Section title={t('cases.need.history')}>
                {events.length === 0 ? (
                  <EmptyState icon="clock" title={t('cases.timeline.empty')} />
                ) : (
                  <Timeline
                    label={t('cases.need.history')}
                    entries={events.map((event) => ({
                      key: `${event.kind} ${event.id} ${event.at}`,
                      at: event.at,
                      ...eventWords(event),
                      ...(event.byName ? { aside: <bdi>{event.byName}</bdi> } : {}),
                    }))}
                  />
                )}
              </Section>
              <Section title={t('cases.need.about')}>
                <DefinitionList
                  entries={[
                    {
                      key: 'severity',
                      name: t('cases.need.severityName'),
                      value: (
                        <Row>
                          <SeverityBars severity={need.severity} />
                          {t('cases.need.severity', { severity: need.severity })}
                        </Row>
                      ),
                    },
                    { key: 'found', name: t('cases.need.foundOn'), value: formatDay(need.foundOn) },
                    {
                      key: 'view',
                      name: t('cases.need.whoseView'),
                      value: t(`cases.view.${need.whoseView}` as 'cases.view.client'),
                    },
                    { key: 'evidence', name: t('cases.need.evidence'), value: need.evidence },
                    {
                      key: 'barriers',
                      name: t('cases.need.barriers'),
                      value: need.barriers.map(({ what }) => what).join(' · '),
                    },
                    {
                      key: 'outcome',
                      name: t('cases.need.outcomeReason'),
                      value: need.outcomeReason,
                    },
                  ]}
                />
              </Section>
            </Columns>
          </Stack>
        )
      }}
    </CaseFrame>
  )
}
