import { useWords } from '../../platform/words.tsx'
import { Row } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useWhen } from './directory-words.ts'
import type { Service } from './types.ts'

/** Whose it is, whether it is open, and how lately somebody asked. */
export function ServiceStanding({ service }: { service: Service }) {
  const t = useWords()
  const whenOf = useWhen()
  return (
    <Row gap="small">
      <bdi>{service.organisation.name}</bdi>
      {service.kind === 'informal' && <Tag>{t('directory.kind.informal')}</Tag>}
      {service.status !== 'active' && (
        <Mark
          shape={service.status === 'temporarily_closed' ? 'watch' : 'refused'}
          tone={service.status === 'temporarily_closed' ? 'watch' : 'plain'}
        >
          {t(`directory.status.${service.status}`)}
        </Mark>
      )}
      {service.lastConfirmedOn === null ? (
        <Mark shape="watch" tone="watch" bare>
          {t('directory.neverConfirmed')}
        </Mark>
      ) : (
        <Mark shape="done" tone="normal" bare>
          {t('directory.confirmedWhen', { when: whenOf(service.lastConfirmedOn) })}
        </Mark>
      )}
    </Row>
  )
}
