import { readPerson } from '@peyvand/domain/people/contract.ts'
import { useMe } from '../../platform/me.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { precisionOf } from '../cases/case-header.tsx'
import { nameOf } from '../cases/names.ts'
import { SafeContact } from '../cases/safe-contact.tsx'
import { useLanguageName } from '../people/use-language-name.ts'
import styles from './linking.module.css'

interface PartnerReadsProps {
  file: CaseFile
  needStatement: string
  note: string
  doNotContactClient: boolean
}

/** Word for word what the partner will read by the answer link, before anything is sent. */
export function PartnerReads({ file, needStatement, note, doNotContactClient }: PartnerReadsProps) {
  const t = useWords()
  const me = useMe()
  const languageName = useLanguageName()
  const { formatDay, formatList, withDigits } = useFormats()
  const { client } = file
  const person = useEndpoint(readPerson, { params: { personId: client.id } })
  const safe = person.data?.phones.filter(({ safeToCall }) => safeToCall) ?? []
  return (
    <Card>
      <Stack gap="small">
        <div>
          <h3>{t('linking.reads')}</h3>
          <Small>{t('linking.reads.only')}</Small>
        </div>
        <SafeContact words={client.safeContact} size="small" />
        <DefinitionList
          entries={[
            { key: 'name', name: t('linking.reads.name'), value: <bdi>{nameOf(client)}</bdi> },
            {
              key: 'born',
              name: t('linking.reads.born'),
              value: client.bornOn && formatDay(client.bornOn, precisionOf(client.bornPrecision)),
            },
            {
              key: 'phones',
              name: t('linking.reads.phones'),
              value: doNotContactClient
                ? t('linking.reads.noPhones')
                : person.data && safe.length === 0
                  ? t('linking.reads.noSafePhone')
                  : safe.map(({ id, number }) => (
                      <bdi key={id} dir="ltr">
                        {withDigits(number)}{' '}
                      </bdi>
                    )),
            },
            {
              key: 'languages',
              name: t('linking.reads.languages'),
              value: formatList(client.languages.map(languageName)),
            },
            {
              key: 'interpreter',
              name: t('linking.reads.interpreter'),
              value: client.interpreterNeeded ? t('linking.reads.needed') : undefined,
            },
            { key: 'need', name: t('linking.reads.need'), value: <bdi>{needStatement}</bdi> },
            {
              key: 'note',
              name: t('linking.note'),
              value: note && <bdi className={styles.told}>{note}</bdi>,
            },
            { key: 'worker', name: t('linking.reads.worker'), value: <bdi>{me.fullName}</bdi> },
          ]}
        />
      </Stack>
    </Card>
  )
}
