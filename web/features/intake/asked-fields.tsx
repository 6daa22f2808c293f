import { needDomains } from '@peyvand/domain/assessment/grid.ts'
import type { NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { requestSources } from '@peyvand/domain/intake/contract.ts'
import { useWords } from '../../platform/words.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FieldRow, Row, Small, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDomainWords } from './use-domain-words.ts'

export interface Asked {
  source: (typeof requestSources)[number]
  sourceDetail: string
  presentingProblem: string
  needDomains: NeedDomain[]
  area: string
}

export const nothingAsked: Asked = {
  source: 'self',
  sourceDetail: '',
  presentingProblem: '',
  needDomains: [],
  area: '',
}

interface AskedFieldsProps {
  value: Asked
  onChange: (value: Asked) => void
  /** For guidance the question is enough. */
  brief?: boolean
}

/** What is asked for, in the words of whoever asks; who brought it; where it hurts. */
export function AskedFields({ value, onChange, brief = false }: AskedFieldsProps) {
  const t = useWords()
  const change = (part: Partial<Asked>) => onChange({ ...value, ...part })
  return (
    <Stack>
      <TextArea
        label={brief ? t('intake.guidance.asked') : t('intake.problem')}
        hint={brief ? undefined : t('intake.problem.hint')}
        name="presentingProblem"
        value={value.presentingProblem}
        onChange={(presentingProblem) => change({ presentingProblem })}
        isRequired
        lines={brief ? 2 : 4}
        maxLength={4000}
        wide
      />
      <FieldRow>
        <Select
          label={t('intake.source')}
          options={requestSources.map((source) => ({
            value: source,
            label: t(`intake.source.${source}`),
          }))}
          value={value.source}
          onChange={(source) => change({ source })}
        />
        {value.source !== 'self' && (
          <TextField
            label={t('intake.sourceDetail')}
            hint={t('intake.sourceDetail.hint')}
            name="sourceDetail"
            value={value.sourceDetail}
            onChange={(sourceDetail) => change({ sourceDetail })}
            maxLength={200}
            autoComplete="off"
          />
        )}
        {!brief && (
          <TextField
            label={t('people.area')}
            hint={t('people.area.hint')}
            name="area"
            value={value.area}
            onChange={(area) => change({ area })}
            maxLength={120}
            autoComplete="off"
          />
        )}
      </FieldRow>
      <DomainChoice
        value={value.needDomains}
        onChange={(domains) => change({ needDomains: domains })}
      />
    </Stack>
  )
}

interface DomainChoiceProps {
  value: readonly NeedDomain[]
  onChange: (value: NeedDomain[]) => void
}

function DomainChoice({ value, onChange }: DomainChoiceProps) {
  const t = useWords()
  const domainWords = useDomainWords()
  return (
    <div role="group" aria-label={t('intake.domains')}>
      <Stack gap="tight">
        <Small>{t('intake.domains')}</Small>
        <Row>
          {needDomains.map((domain) => (
            <Chip
              key={domain}
              isSelected={value.includes(domain)}
              onChange={(isSelected) =>
                onChange(
                  needDomains.filter((each) =>
                    each === domain ? isSelected : value.includes(each),
                  ),
                )
              }
            >
              {domainWords(domain)}
            </Chip>
          ))}
        </Row>
      </Stack>
    </div>
  )
}
