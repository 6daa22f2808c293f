import { useState } from 'react'
import {
  checkDirectory,
  importDirectory,
  listImports,
  listServices,
} from '@peyvand/domain/directory/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { ImportError } from '@peyvand/domain/directory/import-problem.ts'
import { v7 as newId } from 'uuid'
import { useLocale } from '../../platform/locale.tsx'
import { usePlace } from '../../platform/place.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FieldRow, Page, Small, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useLanguageOptions } from './directory-words.ts'
import { EarlierImports } from './earlier-imports.tsx'
import type { EarlierImport } from './earlier-imports.tsx'
import { FilesField } from './files-field.tsx'
import { ImportChanges } from './import-changes.tsx'
import { ImportErrors, ImportNotices } from './import-problems.tsx'
import { readFiles } from './read-files.ts'

type Checked = Extract<AnswerOf<typeof checkDirectory>, { ok: true }>

interface Directory {
  source: string
  language: string
  licence: string
  attribution: string
}

type Standing =
  | { at: 'files' }
  | { at: 'errors'; errors: readonly ImportError[]; total: number }
  | { at: 'checked'; checked: Checked; files: { name: string; text: string }[]; id: string }
  | { at: 'done'; done: AnswerOf<typeof importDirectory> }

/** A directory from files: first every error or every change is shown, then it is imported whole. */
export function ImportScreen() {
  const t = useWords()
  const title = t('directory.imports')
  usePlace(title, [{ title: t('directory.title'), href: '/services' }])
  const { settings } = useLocale()
  const [files, setFiles] = useState<File[]>([])
  const [about, setAbout] = useState<Directory>({
    source: '',
    language: settings.language,
    licence: '',
    attribution: '',
  })
  const [standing, setStanding] = useState<Standing>({ at: 'files' })
  const check = useCommand(checkDirectory)
  const send = useCommand(importDirectory, { stale: [listServices, listImports] })
  const startAgain = (chosen: File[]) => {
    setFiles(chosen)
    setStanding({ at: 'files' })
  }
  const { source, language, licence, attribution } = about
  const checkFiles = async () => {
    const read = await readFiles(files)
    if (read.errors.length > 0) {
      setStanding({ at: 'errors', errors: read.errors, total: read.errors.length })
      return
    }
    const checked = await check.run({ input: { source, language, files: read.files } })
    setStanding(
      checked.ok
        ? { at: 'checked', checked, files: read.files, id: newId() }
        : { at: 'errors', errors: checked.errors, total: checked.total },
    )
  }
  const importNow = async (checked: Extract<Standing, { at: 'checked' }>) => {
    const done = await send.run({
      input: { id: checked.id, source, language, licence, attribution, files: checked.files },
    })
    showToast({ message: t('directory.imports.done') })
    setFiles([])
    setStanding({ at: 'done', done })
  }
  return (
    <Page>
      <Stack>
        <PageHeader title={title}>{t('directory.imports.what')}</PageHeader>
        <Form
          problem={check.problem ?? send.problem}
          onSubmit={() => void checkFiles().catch(() => undefined)}
        >
          <FilesField files={files} onChange={startAgain} />
          <AboutFields
            about={about}
            onChange={(changed) => {
              setAbout(changed)
              if (standing.at === 'checked') setStanding({ at: 'files' })
            }}
          />
          {standing.at !== 'checked' && (
            <FormActions>
              <Button
                type="submit"
                look="primary"
                isPending={check.isPending}
                isDisabled={files.length === 0}
              >
                {t('directory.imports.check')}
              </Button>
              <Small>{t('directory.imports.nothingYet')}</Small>
            </FormActions>
          )}
          {check.isPending && <Progress label={t('directory.imports.checking')} />}
        </Form>
        {standing.at === 'errors' && (
          <ImportErrors errors={standing.errors} total={standing.total} />
        )}
        {standing.at === 'checked' && (
          <Section title={t('directory.imports.changes')}>
            <Note tone="normal" icon="check" size="small">
              {t('directory.imports.fine', {
                format: t(`directory.format.${standing.checked.format}`),
              })}
            </Note>
            <ImportChanges {...standing.checked} />
            <FormActions>
              <Button
                look="primary"
                isPending={send.isPending}
                onPress={() => void importNow(standing).catch(() => undefined)}
              >
                {t('directory.imports.send')}
              </Button>
              <Small>{t('directory.imports.nothingYet')}</Small>
            </FormActions>
            {send.isPending && <Progress label={t('directory.imports.importing')} />}
          </Section>
        )}
        {standing.at === 'checked' && <ImportNotices notices={standing.checked.notices} />}
        {standing.at === 'done' && (
          <Section
            title={t('directory.imports.done')}
            aside={<ButtonLink href="/services">{t('directory.imports.toServices')}</ButtonLink>}
          >
            <ImportChanges {...standing.done} />
          </Section>
        )}
        <EarlierImports
          onAgain={({ source: name, language: spoken, ...rest }: EarlierImport) =>
            setAbout({
              source: name,
              language: spoken,
              licence: rest.licence,
              attribution: rest.attribution,
            })
          }
        />
      </Stack>
    </Page>
  )
}

function AboutFields({
  about,
  onChange,
}: {
  about: Directory
  onChange: (about: Directory) => void
}) {
  const t = useWords()
  const languages = useLanguageOptions()
  return (
    <>
      <FieldRow>
        <TextField
          label={t('directory.imports.source')}
          hint={t('directory.imports.source.hint')}
          name="source"
          value={about.source}
          onChange={(source) => onChange({ ...about, source })}
          maxLength={120}
          isRequired
        />
        <ComboBox
          label={t('directory.imports.language')}
          options={languages}
          value={about.language}
          onChange={(language) => language && onChange({ ...about, language })}
          isRequired
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('directory.imports.licence')}
          hint={t('directory.imports.licence.hint')}
          name="licence"
          value={about.licence}
          onChange={(licence) => onChange({ ...about, licence })}
          maxLength={200}
          isRequired
        />
        <TextField
          label={t('directory.imports.attribution')}
          hint={t('directory.imports.attribution.hint')}
          name="attribution"
          value={about.attribution}
          onChange={(attribution) => onChange({ ...about, attribution })}
          maxLength={500}
          isRequired
        />
      </FieldRow>
    </>
  )
}
