import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** One answer to choose. */
export interface Option<V extends string = string> {
  value: V
  label: string
  hint?: string
  isDisabled?: boolean
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={styles.option ?? ''}
    >
      <Text slot="label">{option.label}</Text>
      <Icon name="check" size="small" />
      {option.hint && (
        <Text slot="description" className={styles.optionHint ?? ''}>
          {option.hint}
        </Text>
      )}
    </ListBoxItem>
  )
}
