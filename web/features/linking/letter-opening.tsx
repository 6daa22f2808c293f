import { QrCode } from '../access/qr-code.tsx'
import type { PaperWords } from './paper-words.ts'
import styles from './paper.module.css'

/** What opens a link, as it stands on paper. */
export interface WayIn {
  /** With the secret after `#`. */
  address: string
  code: string
  expiresOn: string
}

interface LetterOpeningProps {
  words: PaperWords
  way: WayIn
  title: string
  /** What there is to do once it is open. */
  last: string
}

/** The square, the code and the address of a link, with how to use them. */
export function LetterOpening({ words: { t, formats }, way, title, last }: LetterOpeningProps) {
  return (
    <>
      <div className={styles.open}>
        <div className={styles.square}>
          <QrCode text={way.address} label={t('linking.paper.square')} />
        </div>
        <div className={styles.how}>
          <b>{title}</b>
          <ol>
            <li>{t('linking.paper.scan')}</li>
            <li>
              {t('linking.paper.typeCode')}
              <br />
              <bdi className={styles.code}>{formats.withDigits(way.code)}</bdi>
            </li>
            <li>{last}</li>
          </ol>
          <span className={styles.small}>
            {t('linking.paper.expires', { day: formats.formatDayLong(way.expiresOn) })}
          </span>
        </div>
      </div>
      <div>
        <span className={styles.small}>{t('linking.paper.orType')}</span>
        <bdi className={styles.address}>{way.address}</bdi>
      </div>
    </>
  )
}
