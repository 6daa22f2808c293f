import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
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

/** So many options are all drawn; of a longer list, as of two thousand colleagues, what is in view. */
const mostDrawn = 150

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
  const list = (
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
  )
  return (
    <AriaComboBox
      {...rest}
      {...(value === undefined ? {} : { value })}
      {...(inputValue === undefined ? {} : { inputValue })}
      {...(onInputChange ? { onInputChange } : {})}
      {...(found ? { items: options } : { defaultItems: options })}
      defaultFilter={(text, typed) => keyOf(text).includes(keyOf(typed))}
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
        {options.length > mostDrawn ? (
          <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 40 }}>
            {list}
          </Virtualizer>
        ) : (
          list
        )}
      </Popover>
    </AriaComboBox>
  )
}

/** Each option is compared at every letter typed. */
const keys = new Map<string, string>()

function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = normaliseName(text)
  if (keys.size > 10_000) keys.clear()
  keys.set(text, key)
  return key
}
