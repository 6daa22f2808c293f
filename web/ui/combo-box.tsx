import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useWords } from '../platform/words.tsx'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import { OptionItem } from './option.tsx'
import type { Option } from './option.tsx'
import { Spinner } from './spinner.tsx'

interface ComboBoxProps<V extends string> extends FieldTexts {
  options: readonly Option<V>[]
  value?: V | null
  onChange?: (value: V | null) => void
  /** What is typed: given when the list comes from the server, which then does the finding. */
  inputValue?: string
  onInputChange?: (text: string) => void
  isLoading?: boolean
  /** What to say when nothing fits. */
  empty?: ReactNode
  /** A word that is not in the list may stay. */
  allowsOther?: boolean
  name?: string
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  labelHidden?: boolean
}

/** One of a long list, found by typing; Persian letters are found in any spelling. */
export function ComboBox<V extends string>({
  label,
  hint,
  missing,
  options,
  value,
  onChange,
  inputValue,
  onInputChange,
  isLoading = false,
  empty,
  allowsOther = false,
  placeholder,
  labelHidden,
  ...rest
}: ComboBoxProps<V>) {
  const t = useWords()
  const found = onInputChange !== undefined
  return (
    <AriaComboBox
      {...rest}
      {...(value === undefined ? {} : { value })}
      {...(inputValue === undefined ? {} : { inputValue })}
      {...(onInputChange ? { onInputChange } : {})}
      {...(found ? { items: options } : { defaultItems: options })}
      defaultFilter={(text, typed) => normaliseName(text).includes(normaliseName(typed))}
      allowsCustomValue={allowsOther}
      allowsEmptyCollection
      menuTrigger="focus"
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        onChange?.(chosen ? chosen.value : null)
      }}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <Group className={`${styles.box} ${styles.group}`}>
        <Input className={styles.inner ?? ''} placeholder={placeholder ?? ' '} dir="auto" />
        {isLoading && <Spinner />}
        <Button className={styles.fieldButton ?? ''}>
          <Icon name="down" size="small" />
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} kind="choose" />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox<Option<V>>
          className={styles.list ?? ''}
          renderEmptyState={() => (
            <div className={styles.empty}>
              {isLoading ? t('ui.looking') : (empty ?? t('ui.nothingFound'))}
            </div>
          )}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
