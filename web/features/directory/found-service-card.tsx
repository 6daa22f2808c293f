import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import { Mark } from '../../ui/level.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useStandingWords, useWhen } from './directory-words.ts'
import type { FoundService } from './directory-words.ts'
import { FitReasons } from './fit-reasons.tsx'
import styles from './found-service.module.css'
import { PhoneNumber } from './service-phones.tsx'

interface FoundServiceCardProps {
  found: FoundService
  referHref: string | undefined
  isCompared: boolean
  /** Fewer than three are compared already. */
  mayCompare: boolean
  onCompare: (on: boolean) => void
  /** There is something to compare with: leads to the table. */
  onShowCompared: (() => void) | undefined
}

export function FoundServiceCard(props: FoundServiceCardProps) {
  const { found, referHref, isCompared, mayCompare, onCompare, onShowCompared } = props
  const t = useWords()
  const { formatNumber, formatList } = useFormats()
  const standing = useStandingWords()
  const { service, rank } = found
  const phone = service.phones.find(({ line }) => line !== 'fax')
  return (
    <Card element="article">
      <div className={styles.card}>
        <span className={styles.rank} aria-label={t('directory.find.rank', { rank })}>
          {formatNumber(rank)}
        </span>
        <div className={styles.body}>
          <Row spread>
            <h2 className={styles.name}>
              <Link href={`/services/${service.id}`} look="plain">
                <bdi>{service.name}</bdi>
              </Link>
            </h2>
            <ConfirmedMark on={service.lastConfirmedOn} />
          </Row>
          <Row>
            <Small>
              <bdi>{formatList([service.organisation.name, ...service.cities.slice(0, 2)])}</bdi>
            </Small>
            {service.kind === 'informal' && <Tag>{t('directory.kind.informal')}</Tag>}
          </Row>
          <p className={styles.why}>{standing(found)}</p>
          {service.alert && (
            <Note tone="watch" size="small">
              <bdi>{service.alert}</bdi>
            </Note>
          )}
          <FitReasons reasons={found.reasons} without="confirmed" />
          {(phone || service.waitTime) && (
            <Row gap="small">
              {phone && <PhoneNumber phone={phone} />}
              {service.waitTime && (
                <Small>
                  {t('directory.service.wait')}: <bdi>{service.waitTime}</bdi>
                </Small>
              )}
            </Row>
          )}
          <div className={styles.acts} data-print="never">
            {referHref && (
              <ButtonLink href={referHref} look={rank === 1 ? 'primary' : 'plain'} icon="send">
                {t('directory.find.refer')}
              </ButtonLink>
            )}
            <ButtonLink href={`/services/${service.id}`} look="quiet">
              {t('directory.find.details')}
            </ButtonLink>
            <span className={styles.compare}>
              <Checkbox
                isSelected={isCompared}
                isDisabled={!isCompared && !mayCompare}
                onChange={onCompare}
              >
                {t('directory.find.compare')}
              </Checkbox>
              {isCompared && onShowCompared && (
                <Button look="link" size="small" onPress={onShowCompared}>
                  {t('directory.find.sideBySide')}
                </Button>
              )}
              {!isCompared && !mayCompare && (
                <Small tone="faint">{t('directory.find.compareThree')}</Small>
              )}
            </span>
          </div>
        </div>
      </div>
    </Card>
  )
}

function ConfirmedMark({ on }: { on: string | null }) {
  const t = useWords()
  const whenOf = useWhen()
  return on === null ? (
    <Mark shape="watch" tone="watch" bare>
      {t('directory.neverConfirmed')}
    </Mark>
  ) : (
    <Mark shape="done" tone="normal" bare>
      {t('directory.confirmedWhen', { when: whenOf(on) })}
    </Mark>
  )
}
