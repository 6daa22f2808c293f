import { readDocument } from '@peyvand/domain/documents/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { listDocuments } from '@peyvand/domain/documents/contract.ts'
import { useEffect, useState } from 'react'
import { readFile } from '../../platform/api.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Note } from '../../ui/note.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { nameOf } from '../cases/names.ts'
import styles from './document-preview.module.css'

type Document = AnswerOf<typeof listDocuments>['documents'][number]

const shownHere = ['image/jpeg', 'image/png', 'image/webp', 'text/plain']

/** Pictures and plain text are shown in place; everything else is opened from its download. */
export function DocumentPreview({ caseId, document }: { caseId: string; document: Document }) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  if (!shownHere.includes(document.contentType)) return null
  return (
    <Dialog
      title={document.name}
      size="large"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small" icon="eye">
          {t('documents.see')}
        </Button>
      }
    >
      {document.onlyFor && (
        <Note icon="lock">{t('cases.wall.paper', { name: nameOf(document.onlyFor) })}</Note>
      )}
      <Content caseId={caseId} document={document} />
      <PrintButton />
    </Dialog>
  )
}

function Content({ caseId, document }: { caseId: string; document: Document }) {
  const [content, setContent] = useState<{ url: string; text: string }>()
  const [problem, setProblem] = useState<unknown>()
  useEffect(() => {
    const stop = new AbortController()
    let url = ''
    readFile(readDocument, { params: { caseId, documentId: document.id }, signal: stop.signal })
      .then(async ({ blob }) => {
        url = URL.createObjectURL(blob)
        setContent({ url, text: document.contentType === 'text/plain' ? await blob.text() : '' })
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setProblem(error)
      })
    return () => {
      stop.abort()
      if (url) URL.revokeObjectURL(url)
    }
  }, [caseId, document])
  if (problem) return <ErrorState problem={problem} />
  if (!content) return <Skeleton lines={6} />
  return document.contentType === 'text/plain' ? (
    <pre className={styles.text} dir="auto">
      {content.text}
    </pre>
  ) : (
    <img className={styles.picture} src={content.url} alt={document.name} />
  )
}
