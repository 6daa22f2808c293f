import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Link } from '../../ui/link.tsx'
import type { CaseFile } from './case-frame.tsx'
import styles from './plain-list.module.css'

export function OpenTasks({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatDay } = useFormats()
  if (file.tasks.length === 0) return null
  return (
    <Section
      title={t('cases.tasks')}
      aside={<Link href={`/cases/${file.id}/monitoring`}>{t('cases.seeAll')}</Link>}
    >
      <ul className={styles.list}>
        {file.tasks.slice(0, 6).map((task) => (
          <li key={task.id}>
            {task.title}
            <small>
              {formatDay(task.dueOn)} · <bdi>{task.workerName}</bdi>
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
