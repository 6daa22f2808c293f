import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components/SearchField'
import styles from './field.module.css'
import { FieldHint, FieldLabel } from './field.tsx'
import { Icon } from './icon.tsx'
import own from './search-field.module.css'

interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  'children' | 'className' | 'style' | 'render'
> {
  label: string
  hint?: string
  placeholder?: string
  labelHidden?: boolean
}

export function SearchField({ label, hint, placeholder, labelHidden, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={`${styles.field} ${own.search}`}>
      <FieldLabel label={label} hidden={labelHidden} />
      <Group className={`${styles.box} ${styles.group} ${own.round}`}>
        <Icon name="search" size="small" />
        <Input className={styles.inner ?? ''} placeholder={placeholder ?? ' '} dir="auto" />
        <Button className={`${styles.fieldButton} ${own.clear}`}>
          <Icon name="close" size="small" />
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
    </AriaSearchField>
  )
}
