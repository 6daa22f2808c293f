import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { emergencyCategories } from '@peyvand/domain/access/contract.ts'
import type { teamRoles } from '@peyvand/domain/cases/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { openSight } from '@peyvand/domain/linking/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { dayOf } from '../../platform/clock.ts'
import type { Language } from '../../platform/settings.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/layout.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import styles from './answer-sight.module.css'
import { PaperFrame } from './paper-frame.tsx'
import { usePaperWords } from './paper-words.ts'
import type { PaperWords } from './paper-words.ts'

type Sight = AnswerOf<typeof openSight>['sight']
type Seer = Sight['people'][number]

/** What the client sees: who can see the file and why, who came in an emergency, who looked. */
export function AnswerSight({ sight, onLeave }: { sight: Sight; onLeave: () => void }) {
  const t = useWords()
  const [language, setLanguage] = useState<Language>(sight.agencyLanguage)
  const words = usePaperWords(language, sight.timeZone)
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div ref={head} tabIndex={-1} className={styles.frame}>
      <PaperFrame
        title={t('linking.own.page')}
        lead={t('linking.own.about')}
        actions={
          <Row>
            <PrintButton label={t('linking.own.print')} />
            <Button icon="lock" onPress={onLeave}>
              {t('linking.own.leave')}
            </Button>
          </Row>
        }
        language={language}
        onLanguage={setLanguage}
        words={words}
      >
        {(paper) => <SightPage sight={sight} words={paper} />}
      </PaperFrame>
    </div>
  )
}

function SightPage({ sight, words }: { sight: Sight; words: PaperWords }) {
  const { t, formats } = words
  const { formatInstant } = formats
  return (
    <div className={styles.page}>
      <header>
        <h2>{t('linking.own')}</h2>
        <p className={styles.small}>
          <bdi>{sight.agencyName}</bdi>
          {' · '}
          {t('linking.own.case', { number: formats.withDigits(sight.caseNumber) })}
        </p>
      </header>
      <section>
        <h3>{t('linking.own.people')}</h3>
        <ul className={styles.list}>
          {gatherSeers(sight.people).map(({ seer, grounds }) => (
            <li key={grounds.map(({ why }) => `${seer.fullName} ${why}`).join()} data-print="whole">
              <b>
                <bdi>{seer.fullName}</bdi>
                {seer.agencyName && (
                  <>
                    {' · '}
                    <bdi>{seer.agencyName}</bdi>
                  </>
                )}
              </b>
              {grounds.map((ground) => (
                <p key={ground.why}>
                  {whyIn(words, ground)}
                  <br />
                  <span className={styles.small}>{untilIn(words, ground)}</span>
                </p>
              ))}
              <p className={styles.small}>
                {t('linking.own.sees', { groups: groupsIn(words, seer.groups) })}{' '}
                {t(seer.mayWrite ? 'linking.own.writes' : 'linking.own.reads')}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {sight.partners.length > 0 && (
        <section>
          <h3>{t('linking.own.partners')}</h3>
          <p className={styles.small}>{t('linking.own.partnersWhat')}</p>
          <ul className={styles.list}>
            {sight.partners.map((partner) => (
              <li
                key={`${partner.organisationName} ${partner.recipientName} ${partner.until}`}
                data-print="whole"
              >
                <b>
                  <bdi>{partner.organisationName}</bdi>
                  {' · '}
                  <bdi>{partner.recipientName}</bdi>
                </b>
                <p>{t('linking.own.partnerFor', { service: partner.serviceName })}</p>
                <p className={styles.small}>
                  {t('linking.own.sees', { groups: groupsIn(words, partner.groups) })}{' '}
                  {t('linking.own.until', { until: dayLong(formats, partner.until) })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('linking.own.emergencies')}</h3>
        <p className={styles.small}>{t('linking.own.emergenciesWhat')}</p>
        {sight.emergencies.length === 0 ? (
          <p>{t('linking.own.emergenciesNone')}</p>
        ) : (
          <ul className={styles.list}>
            {sight.emergencies.map((one) => (
              <li key={`${one.fullName} ${one.beganAt}`} data-print="whole">
                <b>
                  <bdi>{one.fullName}</bdi>
                </b>
                <p>
                  {t('linking.own.emergencyAt', {
                    category: t(`access.emergency.is.${one.category}`),
                    from: formatInstant(one.beganAt),
                    until: formatInstant(one.endedAt),
                  })}
                </p>
                <p className={styles.small}>{t(`linking.own.finding.${one.finding ?? 'none'}`)}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{t('linking.own.visits')}</h3>
        <p className={styles.small}>
          {t(sight.visits.length === 0 ? 'linking.own.visitsNone' : 'linking.own.visitsWhat')}
        </p>
        <ul className={styles.visits}>
          {sight.visits.map((visit) => (
            <li key={`${visit.fullName} ${visit.by} ${visit.inEmergency} ${visit.until}`}>
              <bdi>{visit.fullName ?? t(`linking.own.by.${visit.by}`)}</bdi>
              <span>
                {t(visit.changed ? 'linking.own.changed' : 'linking.own.read')}
                {visit.inEmergency && <> · {t('linking.own.inEmergency')}</>}
              </span>
              <span className={styles.when}>{whenIn(words, visit)}</span>
            </li>
          ))}
        </ul>
      </section>
      <footer>
        <p>
          <b>{t('linking.own.ask')}</b>
        </p>
        <p className={styles.small}>
          {t('linking.own.expires', { day: dayLong(formats, sight.expiresAt) })}
        </p>
      </footer>
    </div>
  )
}

/** Somebody who sees the same on several grounds stands there once, with each of them. */
function gatherSeers(people: readonly Seer[]): { seer: Seer; grounds: Seer[] }[] {
  const seers = new Map<string, { seer: Seer; grounds: Seer[] }>()
  for (const one of people) {
    const key = JSON.stringify([one.fullName, one.agencyName, one.groups, one.mayWrite])
    const known = seers.get(key)
    if (known) known.grounds.push(one)
    else seers.set(key, { seer: one, grounds: [one] })
  }
  return [...seers.values()]
}

function untilIn({ t, formats }: PaperWords, { why, until }: Seer): string {
  if (until === null) {
    return t(why === 'supervision' ? 'linking.own.whileAbove' : 'linking.own.whileTeam')
  }
  const isEmergency = why.startsWith('emergency')
  return t('linking.own.until', {
    until: isEmergency ? formats.formatInstant(until) : dayLong(formats, justBefore(until)),
  })
}

function dayLong(formats: PaperWords['formats'], instant: string): string {
  return formats.formatDayLong(dayOf(new Date(instant), formats.timeZone))
}

function whyIn({ t }: PaperWords, { why }: Seer): string {
  const [kind, detail = ''] = why.split(':')
  if (kind === 'supervision') return t('linking.own.supervision')
  if (kind === 'emergency') {
    const category = detail as (typeof emergencyCategories)[number]
    return t('linking.own.emergency', { category: t(`access.emergency.is.${category}`) })
  }
  return t(`linking.own.role.${detail as (typeof teamRoles)[number]}`)
}

function groupsIn({ t, formats }: PaperWords, groups: readonly DataGroup[]): string {
  return groups.length === dataGroups.length
    ? t('linking.own.group.all')
    : formats.formatList(groups.map((group) => t(`linking.own.group.${group}`)))
}

function whenIn({ t, formats }: PaperWords, { from, until }: Sight['visits'][number]): string {
  const [first, last] = [formats.formatInstant(from), formats.formatTime(until)]
  return formats.formatTime(from) === last
    ? first
    : t('linking.own.fromUntil', { from: first, until: last })
}

/** What holds until the end of a day ends when the next one begins. */
function justBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString()
}
