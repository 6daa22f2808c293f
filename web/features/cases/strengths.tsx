import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import type { CaseFile } from './case-frame.tsx'
import styles from './plain-list.module.css'

/** What the work can rest on, in whose words. */
export function Strengths({ file }: { file: CaseFile }) {
  const t = useWords()
  if (file.strengths.length === 0) return null
  return (
    <Section title={t('cases.strengths')}>
      <ul className={styles.list}>
        {file.strengths.map((strength) => (
          <li key={strength.id}>
            {strength.what}
            <small>{t(`cases.strength.${strength.kind}` as 'cases.strength.strength')}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
