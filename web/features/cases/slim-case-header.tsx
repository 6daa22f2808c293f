import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Level } from '../../ui/level.tsx'
import { Link } from '../../ui/link.tsx'
import { Row, Small } from '../../ui/layout.tsx'
import type { CaseFile } from './case-frame.tsx'
import { precisionOf } from './case-header.tsx'
import { CaseMarks } from './case-marks.tsx'
import { nameOf } from './names.ts'
import { SafeContact } from './safe-contact.tsx'

/** The header on the pages below the file: one line, and the safe-contact warning again. */
export function SlimCaseHeader({ file }: { file: CaseFile }) {
  const t = useWords()
  const { formatAge } = useFormats()
  const { client } = file
  return (
    <Row spread gap="small">
      <Row gap="small">
        <Link href={`/cases/${file.id}`}>
          <b>
            <bdi>{nameOf(client)}</bdi>
          </b>
        </Link>
        {client.bornOn && (
          <Small>{formatAge(client.bornOn, precisionOf(client.bornPrecision))}</Small>
        )}
        {file.status === 'closed' && <Small>{t('cases.status.closed')}</Small>}
        <CaseMarks file={file} />
        {file.riskLevel !== 'normal' && (
          <Level level={file.riskLevel}>{t(`cases.risk.${file.riskLevel}`)}</Level>
        )}
      </Row>
      <SafeContact words={client.safeContact} size="small" />
    </Row>
  )
}
