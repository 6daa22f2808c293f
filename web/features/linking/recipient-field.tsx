import { listServices } from '@peyvand/domain/directory/contract.ts'
import { useDeferredValue, useState } from 'react'
import { useEndpointWhen } from '../../platform/query.ts'
import { ComboBox } from '../../ui/combo-box.tsx'

export interface Recipient {
  id: string
  name: string
}

interface RecipientFieldProps {
  value: Recipient | undefined
  onChange: (recipient: Recipient | undefined) => void
  label: string
  hint: string
  name?: string
}

/** The organisation that may read: found in the directory by its own name or a service's. */
export function RecipientField({
  value,
  onChange,
  label,
  hint,
  name = 'recipientId',
}: RecipientFieldProps) {
  const [written, setWritten] = useState<string>()
  const typed = written ?? value?.name ?? ''
  const words = useDeferredValue(typed.trim())
  const isChosen = value?.name === words
  const found = useEndpointWhen(words.length > 1 && !isChosen, listServices, { query: { words } })
  const organisations = new Map(
    (found.data?.services ?? []).map(({ organisation }) => [organisation.id, organisation.name]),
  )
  if (value) organisations.set(value.id, value.name)
  return (
    <ComboBox
      label={label}
      hint={hint}
      name={name}
      options={[...organisations].map(([id, name]) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      inputValue={typed}
      onInputChange={setWritten}
      isLoading={found.isFetching}
      onChange={(id) => {
        const name = id && organisations.get(id)
        onChange(id && name ? { id, name } : undefined)
        // What was chosen is shown by its whole name, not by the few letters that found it.
        if (id && name) setWritten(undefined)
      }}
      isRequired
    />
  )
}
