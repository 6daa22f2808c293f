import { asksForName } from '@peyvand/domain/assessment/informant.ts'
import type { ReactNode } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tag } from '../../ui/tag.tsx'
import { InWords } from './in-words.tsx'
import type { Assessment, AssessmentRow } from './types.ts'

interface AssessmentHeadProps {
  assessment: Assessment
  actions: ReactNode
}

/** Which instrument, about whom, answered by whom, in which words. */
export function AssessmentHead({ assessment, actions }: AssessmentHeadProps) {
  const t = useWords()
  const { settings } = useLocale()
  const { formatInstant, withDigits } = useFormats()
  const { instrument, person, completedAt } = assessment
  return (
    <PageHeader
      title={settings.language === 'fa' ? instrument.titleFa : instrument.titleEn}
      actions={actions}
    >
      <p>
        <InWords text={instrument.purpose} />
      </p>
      <Facts
        facts={[
          t('assessment.about', { name: `${person.givenName} ${person.familyName}` }),
          <InformantWords key="informant" assessment={assessment} />,
          t('assessment.edition', { edition: withDigits(instrument.edition) }),
          completedAt && t('assessment.completedAt', { at: formatInstant(completedAt) }),
        ]}
      />
      {instrument.translation[assessment.language] === 'unvalidated' && (
        <Tag>{t('assessment.unvalidated')}</Tag>
      )}
    </PageHeader>
  )
}

export function InformantWords({
  assessment,
}: {
  assessment: Pick<AssessmentRow, 'informant' | 'informantName'>
}) {
  const t = useWords()
  const { informant, informantName } = assessment
  const who = t(`assessment.informant.${informant}`)
  return (
    <>
      {asksForName(informant) && informantName !== ''
        ? t('assessment.answeredByName', { who, name: informantName })
        : t('assessment.answeredBy', { who })}
    </>
  )
}
