import { useWords } from '../../platform/words.tsx'
import { Tag } from '../../ui/tag.tsx'

interface CaseMarksProps {
  file: { sealed: boolean; sharedBy: string | null }
}

/** What is unlike other cases in who may see this one: sealed, or another agency's. */
export function CaseMarks({ file }: CaseMarksProps) {
  const t = useWords()
  return (
    <>
      {file.sealed && <Tag icon="lock">{t('cases.sealed')}</Tag>}
      {file.sharedBy !== null && (
        <Tag icon="link">{t('cases.sharedBy', { agency: file.sharedBy })}</Tag>
      )}
    </>
  )
}
