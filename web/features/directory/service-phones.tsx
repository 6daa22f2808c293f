import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import type { Service } from './types.ts'
import styles from './service.module.css'

type Phone = Service['phones'][number]

/** Numbers with what they are for, and the people who may answer. */
export function ServicePhones({ service }: { service: Pick<Service, 'phones' | 'contacts'> }) {
  const t = useWords()
  return (
    <Stack gap="small">
      <ul className={styles.lines}>
        {service.phones.map((phone) => (
          <li key={phone.id}>
            <PhoneNumber phone={phone} />
          </li>
        ))}
      </ul>
      {service.contacts.length > 0 && (
        <div>
          <h3 className={styles.small}>{t('directory.service.contacts')}</h3>
          <ul className={styles.lines}>
            {service.contacts.map((contact, index) => (
              <li key={index}>
                <Facts
                  facts={[
                    contact.name && <bdi key="name">{contact.name}</bdi>,
                    contact.title && <bdi key="title">{contact.title}</bdi>,
                    contact.department && <bdi key="department">{contact.department}</bdi>,
                    contact.email && <bdi key="email">{contact.email}</bdi>,
                  ]}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  )
}

export function PhoneNumber({ phone }: { phone: Phone }) {
  const t = useWords()
  const { withDigits } = useFormats()
  const dialled = phone.number.replace(/[^\d+]/g, '')
  const number = (
    <bdi dir="ltr" className={styles.number}>
      {withDigits(phone.number)}
    </bdi>
  )
  return (
    <span className={styles.phone}>
      <Small tone="faint">{t(`directory.line.${phone.line}`)}</Small>
      {phone.line === 'fax' || dialled === '' ? (
        number
      ) : (
        <Link href={`tel:${dialled}`}>{number}</Link>
      )}
      {phone.extension && (
        <Small>
          {t('directory.service.extension', { extension: withDigits(phone.extension) })}
        </Small>
      )}
      {phone.description && (
        <Small>
          <bdi>{phone.description}</bdi>
        </Small>
      )}
    </span>
  )
}
