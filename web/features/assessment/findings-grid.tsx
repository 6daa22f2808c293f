import { gridLevels, needDomains } from '@peyvand/domain/assessment/grid.ts'
import type { GridLevel, NeedDomain } from '@peyvand/domain/assessment/grid.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { SeverityBars } from '../../ui/severity-bars.tsx'
import { Code } from '../../ui/tag.tsx'
import styles from './findings.module.css'
import type { Findings } from './types.ts'

interface FindingsGridProps {
  findings: Findings
  /** Begins a need in this area of life. */
  onNeed: ((domain: NeedDomain) => void) | undefined
}

/** Everything found, by area of life and level: what was looked at, and what nobody asked yet. */
export function FindingsGrid({ findings, onNeed }: FindingsGridProps) {
  const t = useWords()
  const needs = findings.needs.filter(({ outcome }) => outcome === null)
  const strengths = findings.strengths.filter(({ endedOn }) => endedOn === null)
  const problems = findings.problems.filter(({ endedOn }) => endedOn === null)
  const used = needDomains.filter((domain) =>
    [...needs, ...strengths, ...problems].some((found) => found.domain === domain),
  )
  const unused = needDomains.filter((domain) => !used.includes(domain))
  const at = <R extends { domain: string; level: string }>(
    rows: readonly R[],
    domain: NeedDomain,
    level: GridLevel,
  ) => rows.filter((row) => row.domain === domain && row.level === level)
  return (
    <Section title={t('assessment.grid')}>
      <Stack gap="small">
        {used.length > 0 && (
          <div className={styles.scroll}>
            <table className={styles.grid}>
              <thead>
                <tr>
                  <th scope="col">{t('assessment.domain')}</th>
                  {gridLevels.map((level) => (
                    <th key={level} scope="col">
                      {t(`assessment.level.${level}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {used.map((domain) => (
                  <tr key={domain}>
                    <th scope="row">{t(`assessment.domain.${domain}`)}</th>
                    {gridLevels.map((level) => (
                      <td key={level}>
                        <span className={styles.cell}>
                          {at(needs, domain, level).map((need) => (
                            <span key={need.id} className={styles.cell} title={need.statement}>
                              <Code>{t('assessment.needCode', { number: need.number })}</Code>
                              <SeverityBars severity={need.severity} />
                            </span>
                          ))}
                          {at(problems, domain, level).length > 0 && (
                            <Small>
                              {t('assessment.grid.problems', {
                                count: at(problems, domain, level).length,
                              })}
                            </Small>
                          )}
                          {at(strengths, domain, level).length > 0 && (
                            <span className={styles.cell}>
                              <Icon name="heart" size="small" />
                              <Small>
                                {t('assessment.grid.strengths', {
                                  count: at(strengths, domain, level).length,
                                })}
                              </Small>
                            </span>
                          )}
                        </span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Small>{t('assessment.grid.unused')}</Small>
        <Row>
          {unused.map((domain) =>
            onNeed ? (
              <Chip key={domain} icon="plus" onPress={() => onNeed(domain)}>
                {t(`assessment.domain.${domain}`)}
              </Chip>
            ) : (
              <Small key={domain}>{t(`assessment.domain.${domain}`)}</Small>
            ),
          )}
        </Row>
      </Stack>
    </Section>
  )
}
