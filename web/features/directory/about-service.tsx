import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import styles from './service.module.css'
import { WebLink } from './web-link.tsx'
import type { Service } from './types.ts'

/** What it says of itself and of its organisation. */
export function AboutService({ service }: { service: Service }) {
  const t = useWords()
  const { organisation } = service
  return (
    <Section title={t('directory.service.about')}>
      {service.description && (
        <p dir="auto" className={styles.description}>
          {service.description}
        </p>
      )}
      <DefinitionList
        entries={[
          {
            key: 'organisation',
            name: t('directory.service.organisation'),
            value: (
              <Stack gap="tight">
                <span>
                  <bdi>{organisation.name}</bdi>
                </span>
                {organisation.description && (
                  <Small>
                    <bdi>{organisation.description}</bdi>
                  </Small>
                )}
                <WebLink address={organisation.website} />
              </Stack>
            ),
          },
          {
            key: 'programme',
            name: t('directory.service.programme'),
            value: service.programme,
          },
          {
            key: 'website',
            name: t('directory.service.website'),
            value: service.website && <WebLink address={service.website} />,
          },
          {
            key: 'email',
            name: t('directory.service.email'),
            value: service.email && (
              <Link href={`mailto:${service.email}`}>
                <bdi>{service.email}</bdi>
              </Link>
            ),
          },
          {
            key: 'accreditations',
            name: t('directory.service.accreditations'),
            value: service.accreditations && <bdi>{service.accreditations}</bdi>,
          },
          {
            key: 'keywords',
            name: t('directory.service.keywords'),
            value:
              service.keywords.length > 0 ? <bdi>{service.keywords.join(', ')}</bdi> : undefined,
          },
        ]}
      />
    </Section>
  )
}
