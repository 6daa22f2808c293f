import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList, Facts } from '../../ui/definition-list.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { WebLink } from './web-link.tsx'
import type { Service } from './types.ts'

/** What to bring, what it costs and how to apply. */
export function HowToGet({ service }: { service: Service }) {
  const t = useWords()
  return (
    <Section title={t('directory.service.how')}>
      <DefinitionList
        entries={[
          {
            key: 'apply',
            name: t('directory.service.apply'),
            value: service.applicationProcess && <bdi>{service.applicationProcess}</bdi>,
          },
          {
            key: 'papers',
            name: t('directory.service.papers'),
            value:
              service.papers.length > 0 ? (
                <ul>
                  {service.papers.map(({ document, link }) => (
                    <li key={document}>
                      <bdi>{document}</bdi> <WebLink address={link} />
                    </li>
                  ))}
                </ul>
              ) : undefined,
          },
          { key: 'cost', name: t('directory.service.cost'), value: <Costs service={service} /> },
          {
            key: 'wait',
            name: t('directory.service.wait'),
            value: service.waitTime && <bdi>{service.waitTime}</bdi>,
          },
          {
            key: 'interpretation',
            name: t('directory.service.interpretation'),
            value: service.interpretation && <bdi>{service.interpretation}</bdi>,
          },
        ]}
      />
    </Section>
  )
}

function Costs({ service }: { service: Service }) {
  const t = useWords()
  const { formatNumber, formatDay } = useFormats()
  return (
    <Stack gap="tight">
      {service.free !== null && (
        <span>{t(service.free ? 'directory.free' : 'directory.notFree')}</span>
      )}
      {service.fees && (
        <span>
          <bdi>{service.fees}</bdi>
        </span>
      )}
      {service.costs.map((cost, index) => (
        <Facts
          key={index}
          facts={[
            cost.option,
            cost.amount !== null && (
              <bdi key="amount">
                {formatNumber(cost.amount)} {cost.currency}
              </bdi>
            ),
            cost.description,
            cost.validFrom !== null &&
              cost.validTo !== null &&
              t('directory.period', {
                from: formatDay(cost.validFrom),
                to: formatDay(cost.validTo),
              }),
          ]}
        />
      ))}
      {service.free === null && service.fees === '' && service.costs.length === 0 && (
        <Small tone="faint">{t('directory.costUnknown')}</Small>
      )}
    </Stack>
  )
}
