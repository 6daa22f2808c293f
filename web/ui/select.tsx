import { Button } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import { OptionItem } from './option.tsx'
import type { Option } from './option.tsx'
import own from './select.module.css'

interface SelectProps<V extends string> extends FieldTexts {
  options: readonly Option<V>[]
  value?: V | null
  defaultValue?: V
  onChange?: (value: V) => void
  name?: string
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
  labelHidden?: boolean
}

/** One of a closed, short list. More than about fifteen: `ComboBox`. */
export function Select<V extends string>({
  label,
  hint,
  missing,
  options,
  value,
  defaultValue,
  onChange,
  placeholder,
  labelHidden,
  ...rest
}: SelectProps<V>) {
  return (
    <AriaSelect
      {...rest}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange?.(chosen.value)
      }}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <Button className={`${styles.box} ${own.trigger}`}>
        <SelectValue className={own.value ?? ''}>
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="down" size="small" />
      </Button>
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} kind="choose" />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
