import type { ReactNode } from 'react'
import type { Language } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { Page, Row } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './paper.module.css'
import type { PaperWords } from './paper-words.ts'

const languages = ['fa', 'en'] as const

interface PaperFrameProps {
  title: string
  /** What to do with the paper, in a sentence or two. */
  lead: string
  actions: ReactNode
  language: Language
  onLanguage: (language: Language) => void
  words: PaperWords | undefined
  children: (words: PaperWords) => ReactNode
}

/** A sheet of paper on the page: what stands around it stays on the screen when it is printed. */
export function PaperFrame({
  title,
  lead,
  actions,
  language,
  onLanguage,
  words,
  children,
}: PaperFrameProps) {
  const t = useWords()
  return (
    <Page>
      <div data-print="never" className={styles.around}>
        <PageHeader title={title} actions={actions}>
          {lead}
        </PageHeader>
        <Row>
          <RadioGroup
            label={t('linking.paper.language')}
            look="across"
            options={languages.map((value) => ({ value, label: t(`app.language.${value}`) }))}
            value={language}
            onChange={onLanguage}
          />
        </Row>
      </div>
      {words ? (
        <article className={styles.paper} lang={words.language} dir={words.direction}>
          {children(words)}
        </article>
      ) : (
        <Skeleton lines={12} heading />
      )}
    </Page>
  )
}
