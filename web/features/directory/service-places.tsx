import { keepPlaceSecret, readService } from '@peyvand/domain/directory/contract.ts'
import { hasRole, useMe } from '../../platform/me.tsx'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Service } from './types.ts'
import styles from './service.module.css'
import { WebLink } from './web-link.tsx'

/** Where the service is; of a secret place only that there is one. */
export function ServicePlaces({ service }: { service: Service }) {
  const t = useWords()
  const mayHide = useMayHide(service)
  const { secretPlaces, places } = service
  return (
    <Section title={t('directory.service.where')}>
      <Stack gap="small">
        {places.map((place) => (
          <PlaceLines key={place.id} place={place}>
            {mayHide && <Secrecy place={place} secret />}
          </PlaceLines>
        ))}
        {secretPlaces.length > 0 && (
          <Note
            icon="lock"
            size="small"
            actions={
              mayHide &&
              secretPlaces.map((place) => <Secrecy key={place.id} place={place} secret={false} />)
            }
          >
            {t('directory.service.secret', {
              count: secretPlaces.length,
              organisation: service.organisation.name,
            })}
          </Note>
        )}
        {places.length === 0 && secretPlaces.length === 0 && (
          <Small>{t('directory.service.noPlace')}</Small>
        )}
      </Stack>
    </Section>
  )
}

function useMayHide(service: Service): boolean {
  const me = useMe()
  return service.mine && hasRole(me, 'administrator')
}

function PlaceLines({
  place,
  children,
}: {
  place: Service['places'][number]
  children: React.ReactNode
}) {
  const t = useWords()
  return (
    <div className={styles.place}>
      {place.name && (
        <b>
          <bdi>{place.name}</bdi>
        </b>
      )}
      {place.place === 'virtual' && <Tag>{t('directory.service.virtual')}</Tag>}
      {place.addresses.map((address, index) => (
        <address key={index} className={styles.address}>
          {address.place === 'postal' && (
            <Small tone="faint">{t('directory.service.postal')}</Small>
          )}
          {[
            address.attention,
            ...address.lines.split('\n'),
            [address.city, address.region, address.province].filter(Boolean).join(', '),
            [address.postalCode, address.country].filter(Boolean).join(' '),
          ]
            .filter((line) => line !== '')
            .map((line) => (
              <span key={line}>
                <bdi>{line}</bdi>
              </span>
            ))}
        </address>
      ))}
      {place.transport && (
        <p>
          <Small tone="faint">{t('directory.service.transport')}</Small>{' '}
          <bdi>{place.transport}</bdi>
        </p>
      )}
      {place.access.length > 0 && (
        <Row>
          {place.access.map(({ code, description }, index) => (
            <Tag key={index}>{code ? t(`directory.access.${code}`) : <bdi>{description}</bdi>}</Tag>
          ))}
        </Row>
      )}
      <WebLink address={place.website} />
      {children}
    </div>
  )
}

/** An administrator hides a safe house that stands here by mistake, or takes that back. */
function Secrecy({ place, secret }: { place: { id: string; version: number }; secret: boolean }) {
  const t = useWords()
  const keep = useCommand(keepPlaceSecret, { stale: [readService] })
  return (
    <ConfirmDialog
      title={t(secret ? 'directory.secret.hide' : 'directory.secret.show')}
      trigger={
        <Button look="quiet" size="small" icon={secret ? 'lock' : 'eye'}>
          {t(secret ? 'directory.secret.hide' : 'directory.secret.show')}
        </Button>
      }
      act={t(secret ? 'directory.secret.hide' : 'directory.secret.show')}
      onConfirm={async () => {
        await keep.run({
          params: { locationId: place.id },
          input: { secret, version: place.version },
        })
        showToast({ message: t(secret ? 'directory.secret.hidden' : 'directory.secret.shown') })
      }}
    >
      {t(secret ? 'directory.secret.hideWhat' : 'directory.secret.showWhat')}
    </ConfirmDialog>
  )
}
