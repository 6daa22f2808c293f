import { useLocale } from '../../platform/locale.tsx'
import { useMe } from '../../platform/me.tsx'
import { QrCode } from '../access/qr-code.tsx'
import type { PaperWords } from './paper-words.ts'
import styles from './paper.module.css'

/** What stands on an introduction letter; the client carries it, so it says no more than it must. */
export interface Letter {
  clientName: string
  recipientName: string
  organisationName: string
  serviceName: string
  note: string
  /** With the secret after `#`. */
  address: string
  code: string
  expiresOn: string
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
      <div className={styles.open}>
        <div className={styles.square}>
          <QrCode text={letter.address} label={t('linking.paper.square')} />
        </div>
        <div className={styles.how}>
          <b>{t('linking.paper.howToAnswer')}</b>
          <ol>
            <li>{t('linking.paper.scan')}</li>
            <li>
              {t('linking.paper.typeCode')}
              <br />
              <bdi className={styles.code}>{formats.withDigits(letter.code)}</bdi>
            </li>
            <li>{t('linking.paper.answer')}</li>
          </ol>
          <span className={styles.small}>
            {t('linking.paper.expires', { day: formats.formatDayLong(letter.expiresOn) })}
          </span>
        </div>
      </div>
      <div>
        <span className={styles.small}>{t('linking.paper.orType')}</span>
        <bdi className={styles.address}>{letter.address}</bdi>
      </div>
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
