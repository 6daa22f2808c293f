import { listProgrammes } from '@peyvand/domain/agency/contract.ts'
import { needDomains } from '@peyvand/domain/assessment/grid.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { requestSources } from '@peyvand/domain/intake/contract.ts'
import type { listRequests } from '@peyvand/domain/intake/contract.ts'
import { isOpen, requestStatuses } from '@peyvand/domain/intake/request-steps.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useLocalName } from '../../platform/use-local-name.ts'
import { useWords } from '../../platform/words.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './request-filters.module.css'
import { useDomainWords } from './use-domain-words.ts'

const statusChoices = ['open', ...requestStatuses, 'all'] as const

/** What narrows the queue; it stands in the address, so that it can be sent and comes back. */
export function useRequestFilter() {
  const [status, setStatus] = useSearchWord('status')
  const [programmeId, setProgramme] = useSearchWord('programme')
  const [source, setSource] = useSearchWord('source')
  const [need, setNeed] = useSearchWord('need')
  return {
    status: statusChoices.find((each) => each === status) ?? 'open',
    programmeId,
    source: requestSources.find((each) => each === source),
    needDomain: needDomains.find((each) => each === need),
    setStatus,
    setProgramme,
    setSource,
    setNeed,
  }
}

export type RequestFilter = ReturnType<typeof useRequestFilter>

interface RequestFiltersProps {
  filter: RequestFilter
  counts: AnswerOf<typeof listRequests>['counts'] | undefined
}

const any = 'any'

/** A sentence that says what is shown, and how many requests wait at each open step. */
export function RequestFilters({ filter, counts }: RequestFiltersProps) {
  const t = useWords()
  const nameIn = useLocalName()
  const domainWords = useDomainWords()
  const programmes = useEndpoint(listProgrammes)
  const chosen = (value: string) => (value === any ? undefined : value)
  return (
    <Stack gap="small">
      <Row>
        {statusChoices.map((status) => (
          <Chip
            key={status}
            isSelected={filter.status === status}
            onChange={() => filter.setStatus(status === 'open' ? undefined : status)}
          >
            {counts && status !== 'open' && status !== 'all' && isOpen(status)
              ? t('intake.queue.statusCount', {
                  status: t(`intake.status.${status}`),
                  count: counts[status],
                })
              : t(`intake.status.${status}`)}
          </Chip>
        ))}
      </Row>
      <div className={styles.sentence}>
        <span>{t('intake.queue.for')}</span>
        <Select
          label={t('intake.queue.programme')}
          labelHidden
          options={[
            { value: any, label: t('intake.queue.anyProgramme') },
            ...(programmes.data?.programmes ?? []).map((programme) => ({
              value: programme.id,
              label: nameIn(programme),
            })),
          ]}
          value={filter.programmeId ?? any}
          onChange={(value) => filter.setProgramme(chosen(value))}
        />
        <span>{t('intake.queue.from')}</span>
        <Select
          label={t('intake.source')}
          labelHidden
          options={[
            { value: any, label: t('intake.queue.anySource') },
            ...requestSources.map((source) => ({
              value: source,
              label: t(`intake.source.${source}`),
            })),
          ]}
          value={filter.source ?? any}
          onChange={(value) => filter.setSource(chosen(value))}
        />
        <span>{t('intake.queue.about')}</span>
        <Select
          label={t('intake.domains')}
          labelHidden
          options={[
            { value: any, label: t('intake.queue.anyNeed') },
            ...needDomains.map((domain) => ({ value: domain, label: domainWords(domain) })),
          ]}
          value={filter.needDomain ?? any}
          onChange={(value) => filter.setNeed(chosen(value))}
        />
      </div>
    </Stack>
  )
}
