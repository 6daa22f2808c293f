import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Small } from '../../ui/layout.tsx'
import type { Service } from './types.ts'

/** Who asked, when and how, whether it is still right. */
export function ServiceConfirmations({ service }: { service: Service }) {
  const t = useWords()
  const { formatDay, formatList } = useFormats()
  // It came with its day of confirmation from another list, which does not say how.
  if (service.confirmations.length === 0 && service.lastConfirmedOn !== null) return null
  return (
    <Section title={t('directory.service.confirmations')}>
      {service.confirmations.length === 0 ? (
        <Small>{t('directory.service.noConfirmation')}</Small>
      ) : (
        <ul>
          {service.confirmations.map((confirmation, index) => (
            <li key={index}>
              <Facts
                facts={[
                  formatDay(confirmation.confirmedOn),
                  t(`directory.how.${confirmation.how}`),
                  formatList(confirmation.parts.map((part) => t(`directory.part.${part}`))),
                  confirmation.by,
                ]}
              />
              {confirmation.note && <Small>{confirmation.note}</Small>}
            </li>
          ))}
        </ul>
      )}
      {!service.mine && (
        <p>
          <Small tone="faint">{t('directory.service.notMine')}</Small>
        </p>
      )}
    </Section>
  )
}
