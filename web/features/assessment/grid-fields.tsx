import type { GridLevel, NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { useWords } from '../../platform/words.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { FieldRow } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useOptions } from './use-options.ts'

interface GridFieldsProps {
  level: GridLevel
  domain: NeedDomain | null
  onLevel: (level: GridLevel) => void
  onDomain: (domain: NeedDomain | null) => void
}

/** Where on the ecological grid: in which area of life, at which level. */
export function GridFields({ level, domain, onLevel, onDomain }: GridFieldsProps) {
  const t = useWords()
  const options = useOptions()
  return (
    <FieldRow>
      <ComboBox
        label={t('assessment.domain')}
        options={options.domains}
        value={domain}
        onChange={onDomain}
        name="domain"
        isRequired
      />
      <RadioGroup
        label={t('assessment.level')}
        look="across"
        options={options.levels}
        value={level}
        onChange={onLevel}
      />
    </FieldRow>
  )
}
