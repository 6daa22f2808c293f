import { useWords } from '../../platform/words.tsx'
import { Tag } from '../../ui/tag.tsx'
import { nameOf } from './names.ts'
import type { WallPerson } from './wall-field.tsx'

/** Says for whom alone something is kept. */
export function WallMark({ onlyFor }: { onlyFor: WallPerson | null | undefined }) {
  const t = useWords()
  if (!onlyFor) return null
  return <Tag icon="lock">{t('cases.wall.only', { name: nameOf(onlyFor) })}</Tag>
}
