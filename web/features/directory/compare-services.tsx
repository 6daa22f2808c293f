import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { byTopic, topics } from './directory-words.ts'
import type { FoundService } from './directory-words.ts'
import { ReasonMark } from './fit-reasons.tsx'
import { PhoneNumber } from './service-phones.tsx'

interface CompareServicesProps {
  chosen: readonly FoundService[]
  onTakeAway: (service: FoundService['service']) => void
}

/** Two or three services side by side, topic by topic, to show to the person whose need it is. */
export function CompareServices({ chosen, onTakeAway }: CompareServicesProps) {
  const t = useWords()
  const told = topics.filter((topic) =>
    chosen.some(({ reasons }) => byTopic(reasons).some((group) => group.topic === topic)),
  )
  const rows = [...told, 'wait' as const, 'phone' as const]
  return (
    <Section title={t('directory.find.sideBySide')}>
      <Row>
        {chosen.map(({ service }) => (
          <Row key={service.id} gap="tight">
            <bdi>{service.name}</bdi>
            <IconButton
              icon="close"
              label={t('directory.find.takeAway', { name: service.name })}
              onPress={() => onTakeAway(service)}
            />
          </Row>
        ))}
      </Row>
      <DataTable
        label={t('directory.find.sideBySide')}
        rows={rows}
        rowKey={(row) => row}
        columns={[
          {
            key: 'aspect',
            title: t('directory.find.aspect'),
            width: '8rem',
            isHead: true,
            cell: (row) => t(`directory.topic.${row}`),
          },
          ...chosen.map((found) => ({
            key: found.service.id,
            title: found.service.name,
            cell: (row: (typeof rows)[number]) => <Cell row={row} found={found} />,
          })),
        ]}
      />
    </Section>
  )
}

function Cell({ row, found }: { row: string; found: FoundService }) {
  if (row === 'wait') return <bdi>{found.service.waitTime}</bdi>
  if (row === 'phone') {
    const phone = found.service.phones.find(({ line }) => line !== 'fax')
    return phone ? <PhoneNumber phone={phone} /> : null
  }
  return (
    <Stack gap="tight">
      {byTopic(found.reasons)
        .filter(({ topic }) => topic === row)
        .flatMap(({ reasons }) => reasons)
        .map((reason) => (
          <ReasonMark key={reason.code} reason={reason} />
        ))}
    </Stack>
  )
}
