import { useLocalName } from '../../platform/use-local-name.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useAgeLimits, useLanguageName } from './directory-words.ts'
import type { Service } from './types.ts'

/** For whom the service is: needs, age, sex, place, language, and what must be read. */
export function ServiceConditions({ service }: { service: Service }) {
  const t = useWords()
  const { formatList } = useFormats()
  const limits = useAgeLimits()
  const localName = useLocalName()
  const languageName = useLanguageName()
  return (
    <DefinitionList
      entries={[
        {
          key: 'needs',
          name: t('directory.service.needs'),
          value:
            service.needDomains.length > 0 ? (
              <Stack gap="tight">
                <span>
                  {formatList(service.needDomains.map((domain) => t(`directory.need.${domain}`)))}
                </span>
                {service.domainsFrom === 'keywords' && (
                  <Small tone="faint">{t('directory.service.needsGuessed')}</Small>
                )}
              </Stack>
            ) : undefined,
        },
        {
          key: 'categories',
          name: t('directory.service.categories'),
          value:
            service.categories.length > 0 ? (
              <Row>
                {service.categories.map((category) => (
                  <Tag key={category.code}>
                    <bdi>{localName(category)}</bdi>
                  </Tag>
                ))}
              </Row>
            ) : undefined,
        },
        {
          key: 'audience',
          name: t('directory.service.audience'),
          value: service.audience && <bdi>{service.audience}</bdi>,
        },
        {
          key: 'age',
          name: t('directory.service.age'),
          value: limits(service.minimumAge, service.maximumAge),
        },
        {
          key: 'sex',
          name: t('directory.service.sex'),
          value: service.acceptsSex && t(`directory.service.sex.${service.acceptsSex}`),
        },
        {
          key: 'eligibility',
          name: t('directory.service.conditions'),
          value: service.eligibility && <bdi>{service.eligibility}</bdi>,
        },
        {
          key: 'areas',
          name: t('directory.service.area'),
          value:
            service.areas.length > 0 ? (
              <bdi>
                {formatList(service.areas.map(({ name, description }) => name || description))}
              </bdi>
            ) : undefined,
        },
        {
          key: 'languages',
          name: t('directory.service.languages'),
          value:
            service.languages.length > 0
              ? formatList(service.languages.map(({ code, name }) => languageName(code, name)))
              : undefined,
        },
      ]}
    />
  )
}
