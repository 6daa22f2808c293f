import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { LetterOpening } from './letter-opening.tsx'
import type { WayIn } from './letter-opening.tsx'
import type { PaperWords } from './paper-words.ts'
import styles from './paper.module.css'

/** What stands on an introduction letter; the client carries it, so it says no more than it must. */
export interface Letter extends WayIn {
  clientName: string
  recipientName: string
  organisationName: string
  serviceName: string
  note: string
}

export function LetterPaper({ letter, words }: { letter: Letter; words: PaperWords }) {
  const me = useMe()
  const { today } = useLocale()
  const { t, formats } = words
  return (
    <>
      <div className={styles.head}>
        <b>
          <bdi>{me.agency.name}</bdi>
        </b>
        <span>{formats.formatDayLong(today)}</span>
      </div>
      <h2>{t('linking.paper.letter')}</h2>
      <p>
        {t('linking.paper.letterTo', {
          recipient: letter.recipientName,
          organisation: letter.organisationName,
        })}
      </p>
      <p>
        {t('linking.paper.letterText', { name: letter.clientName, service: letter.serviceName })}
      </p>
      {letter.note !== '' && (
        <p>
          <bdi>{letter.note}</bdi>
        </p>
      )}
      <LetterOpening
        words={words}
        way={letter}
        title={t('linking.paper.howToAnswer')}
        last={t('linking.paper.answer')}
      />
      <div className={styles.signature}>
        <div>
          <span>{t('linking.paper.worker')}</span>
          <b>
            <bdi>{me.fullName}</bdi>
          </b>
          <span className={styles.line} />
        </div>
      </div>
    </>
  )
}
