import { roles } from '@peyvand/domain/access/roles.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { useWords } from '../../platform/words.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { useRoleMeanings, useRoleNames } from './use-role-names.ts'

interface RoleChoiceProps {
  value: readonly Role[]
  onChange: (roles: Role[]) => void
}

export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const t = useWords()
  const names = useRoleNames()
  const meanings = useRoleMeanings()
  return (
    <CheckboxGroup
      name="roles"
      label={t('access.roles')}
      hint={t('access.roles.hint')}
      options={roles.map((role) => ({ value: role, label: names[role], hint: meanings[role] }))}
      value={value}
      onChange={onChange}
      isRequired
    />
  )
}
