import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormActions } from '../../ui/form.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import styles from './slip.module.css'

/** Ten codes to keep on paper. They are shown this once, so leaving asks whether they are kept. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords()
  const [isKept, setKept] = useState(false)
  return (
    <>
      <div className={styles.slip}>
        <p>
          <b>{t('access.backupCodes.title')}</b>
        </p>
        <p>{t('access.backupCodes.how')}</p>
        <ol className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <bdi>{code}</bdi>
            </li>
          ))}
        </ol>
      </div>
      <Checkbox isSelected={isKept} onChange={setKept}>
        {t('access.backupCodes.kept')}
      </Checkbox>
      <FormActions>
        <PrintButton label={t('access.backupCodes.print')} />
        <Button
          look="primary"
          onPress={onDone}
          lockedBecause={isKept ? undefined : t('access.backupCodes.once')}
        >
          {t('access.backupCodes.done')}
        </Button>
      </FormActions>
    </>
  )
}
