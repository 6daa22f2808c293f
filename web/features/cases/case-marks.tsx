import { useWords } from '../../platform/words.tsx'
import { Small } from '../../ui/layout.tsx'
import { Tag } from '../../ui/tag.tsx'

interface CaseMarksProps {
  file: { sealed: boolean; sharedBy: string | null }
  /** In a list the words run on under the name. */
  inList?: boolean
}

/** What is unlike other cases in who may see this one: sealed, or another agency's. */
export function CaseMarks({ file, inList = false }: CaseMarksProps) {
  const t = useWords()
  const shared = file.sharedBy !== null && t('cases.sharedBy', { agency: file.sharedBy })
  return (
    <>
      {file.sealed && <Tag icon="lock">{t('cases.sealed')}</Tag>}
      {shared && (inList ? <Small>{shared}</Small> : <Tag icon="link">{shared}</Tag>)}
    </>
  )
}
