import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { LogList } from '../../ui/timeline.tsx'
import type { CaseFile } from './case-frame.tsx'
import { contactIcon } from './contact-icon.ts'

export function LastContacts({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  return (
    <Section
      title={t('cases.contacts')}
      aside={<Link href={`/cases/${file.id}/monitoring`}>{t('cases.seeAll')}</Link>}
    >
      {file.contacts.length === 0 ? (
        <EmptyState title={t('cases.contacts.empty')} />
      ) : (
        <LogList
          entries={file.contacts.map((contact) => ({
            key: contact.id,
            icon: contactIcon(contact.kind),
            title: t(`cases.contact.${contact.kind}` as 'cases.contact.call'),
            aside: formatDay(dayOfInstant(contact.happenedAt)),
            children: (
              <>
                <bdi>{contact.workerName}</bdi>
                {contact.reached ? '' : ` · ${t('cases.contact.notReached')}`}
                {contact.purpose && ` · ${contact.purpose}`}
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}
