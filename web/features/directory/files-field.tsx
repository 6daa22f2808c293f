import { Button as AriaButton } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { directoryLimits } from '@peyvand/domain/directory/limits.ts'
import { useWords } from '../../platform/words.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Small } from '../../ui/layout.tsx'
import styles from './files-field.module.css'

interface FilesFieldProps {
  files: readonly File[]
  onChange: (files: File[]) => void
}

/** All files of a directory at once, chosen or dropped; a whole folder may be dropped too. */
export function FilesField({ files, onChange }: FilesFieldProps) {
  const t = useWords()
  const add = (chosen: readonly File[]) => {
    const added = new Map([...files, ...chosen].map((file) => [file.name, file]))
    onChange([...added.values()].filter(({ name }) => /\.(csv|json)$/i.test(name)))
  }
  return (
    <div className={styles.field}>
      <DropZone
        className={styles.zone ?? ''}
        getDropOperation={() => 'copy'}
        onDrop={(event) => {
          void (async () => {
            const found: File[] = []
            for (const item of event.items) {
              if (item.kind === 'file') found.push(await item.getFile())
              if (item.kind !== 'directory') continue
              for await (const entry of item.getEntries()) {
                if (entry.kind === 'file') found.push(await entry.getFile())
              }
            }
            add(found)
          })()
        }}
      >
        <Icon name="upload" />
        <div>
          <Text slot="label">{t('directory.imports.drop')}</Text>
          <div>
            <Small>
              {t('directory.imports.limit', {
                megabytes: Math.round(directoryLimits.webBytes / 1_000_000),
              })}
            </Small>
          </div>
        </div>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.csv', '.json']}
          onSelect={(list) => add([...(list ?? [])])}
        >
          <AriaButton className={buttonClass('plain', 'small')}>
            {t('directory.imports.choose')}
          </AriaButton>
        </FileTrigger>
      </DropZone>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file.name}>
              <Icon name="file" size="small" />
              <bdi>{file.name}</bdi>
              <IconButton
                icon="close"
                label={t('directory.find.takeAway', { name: file.name })}
                onPress={() => onChange(files.filter((one) => one !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
