import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { useFormats } from '../platform/use-formats.ts'
import { useWords } from '../platform/words.tsx'
import { buttonClass } from './button.tsx'
import styles from './file-field.module.css'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'
import { Progress } from './progress.tsx'

interface FileFieldProps {
  label: string
  hint?: string
  /** Kinds by content type: `application/pdf`, `image/jpeg`. */
  types: readonly string[]
  maxBytes: number
  file: File | null
  onChange: (file: File | null) => void
  /** From 0 to 1 while it is sent. */
  progress?: number
  onCancel?: () => void
}

/** One file, chosen or dropped; what does not fit is said before anything is sent. */
export function FileField({
  label,
  hint,
  types,
  maxBytes,
  file,
  onChange,
  progress,
  onCancel,
}: FileFieldProps) {
  const t = useWords()
  const { formatNumber } = useFormats()
  const [fault, setFault] = useState<'type' | 'size' | undefined>(undefined)
  const megabytes = (bytes: number) =>
    formatNumber(bytes / 1_048_576, { maximumFractionDigits: bytes < 1_048_576 ? 2 : 1 })
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    const unfit = !types.includes(chosen.type)
      ? 'type'
      : chosen.size > maxBytes
        ? 'size'
        : undefined
    setFault(unfit)
    onChange(unfit ? null : chosen)
  }
  return (
    <div className={styles.field}>
      <DropZone
        className={styles.zone ?? ''}
        getDropOperation={() => 'copy'}
        onDrop={(event) => {
          const item = event.items.find((each) => each.kind === 'file')
          if (item?.kind === 'file') void item.getFile().then(take)
        }}
      >
        <Icon name={file ? 'file' : 'upload'} />
        <div className={styles.words}>
          <Text slot="label">{label}</Text>
          <small>
            {file
              ? t('ui.file.chosen', { name: file.name, size: megabytes(file.size) })
              : (hint ?? t('ui.file.hint', { size: megabytes(maxBytes) }))}
          </small>
        </div>
        {file ? (
          <IconButton icon="close" label={t('ui.file.remove')} onPress={() => onChange(null)} />
        ) : (
          <FileTrigger acceptedFileTypes={[...types]} onSelect={(list) => take(list?.[0])}>
            <AriaButton className={buttonClass('plain', 'small')}>{t('ui.file.choose')}</AriaButton>
          </FileTrigger>
        )}
      </DropZone>
      {progress !== undefined && (
        <Progress
          label={t('ui.file.sending')}
          value={progress}
          {...(onCancel ? { onCancel } : {})}
        />
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          <Icon name="warning" size="small" />
          {fault === 'type'
            ? t('ui.file.wrongType')
            : t('ui.file.tooLarge', { size: megabytes(maxBytes) })}
        </p>
      )}
    </div>
  )
}
