import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Level } from '../../ui/level.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import type { CaseFile } from './case-frame.tsx'
import styles from './case-header.module.css'
import { CaseMarks } from './case-marks.tsx'
import { CaseMenu } from './case-menu.tsx'
import { SafeContact } from './safe-contact.tsx'
import { nameOf, useNameIn } from './names.ts'

/** Who this is about, in five lines a colleague reads before anything else. */
export function CaseHeader({ file }: { file: CaseFile }) {
  const t = useWords()
  const nameIn = useNameIn()
  const { formatAge, formatDay, withDigits } = useFormats()
  const { settings } = useLocale()
  const { client } = file
  const household = file.household
    .filter(({ part }) => part === 'household')
    .map((person) =>
      person.bornOn
        ? t('cases.person.withAge', {
            name: person.givenName,
            age: formatAge(person.bornOn, precisionOf(person.bornPrecision)),
          })
        : person.givenName,
    )
  const gone = file.team.find(({ role, hasLeft }) => role === 'case_manager' && hasLeft)
  return (
    <Stack gap="small">
      <PageHeader
        title={<bdi>{nameOf(client)}</bdi>}
        beside={client.otherNames[0] && <bdi>{client.otherNames[0]}</bdi>}
        actions={
          <Row>
            <PrintButton />
            <CaseMenu file={file} />
          </Row>
        }
      >
        <Facts
          facts={[
            client.bornOn && formatAge(client.bornOn, precisionOf(client.bornPrecision)),
            client.bornOn && formatDay(client.bornOn, precisionOf(client.bornPrecision)),
            household.length > 0 &&
              t('cases.livesWith', {
                names: new Intl.ListFormat(settings.language).format(household),
              }),
            nameIn(file.practiceModel),
            t('cases.numbered', { number: withDigits(file.number) }),
            file.status === 'open'
              ? t('cases.openSince', { day: formatDay(file.openedOn) })
              : t('cases.closedOn', { day: formatDay(file.closedOn ?? file.openedOn) }),
            file.episode > 1 && t('cases.episode', { number: file.episode }),
            client.interpreterNeeded && t('cases.interpreterNeeded'),
          ]}
        />
      </PageHeader>
      {(file.sealed || file.sharedBy !== null) && (
        <Row>
          <CaseMarks file={file} />
        </Row>
      )}
      {file.riskLevel !== 'normal' && (
        <Row gap="small">
          <Level level={file.riskLevel} size="large">
            {t(`cases.risk.${file.riskLevel}`)}
          </Level>
          <Small>{file.riskReason}</Small>
        </Row>
      )}
      <SafeContact words={client.safeContact} />
      {gone && file.leadsTeam && (
        <Note
          title={t('cases.managerLeft', { name: gone.fullName })}
          actions={
            <Link href={`/cases/${file.id}/who-can-see`}>{t('cases.managerLeft.handOver')}</Link>
          }
        >
          {t('cases.managerLeft.what')}
        </Note>
      )}
      <ul className={styles.team} aria-label={t('cases.team')}>
        {file.team.map((member) => (
          <li key={member.id} className={styles.member}>
            <Avatar name={member.fullName} isAccent={member.role === 'case_manager'} />
            <span>
              <bdi>{member.fullName}</bdi>
              <Small>{t(`cases.role.${member.role}`)}</Small>
              {member.hasLeft && <Small>{t('cases.team.hasLeft')}</Small>}
            </span>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

export function precisionOf(precision: string): 'day' | 'month' | 'year' | 'about' {
  return precision === 'day' || precision === 'month' || precision === 'about' ? precision : 'year'
}
