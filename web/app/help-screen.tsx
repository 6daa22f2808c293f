import { usePlace } from '../platform/place.ts'
import { useShortcuts } from '../platform/shortcuts.ts'
import { useWords } from '../platform/words.tsx'
import { Section } from '../ui/card.tsx'
import { elementNames, hueOf } from '../ui/element.ts'
import { Level, Shape } from '../ui/level.tsx'
import { Columns, Page, Row, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './help-screen.module.css'
import { KeyList } from './key-list.tsx'

/** How to read the screens, and their keys. */
export function HelpScreen() {
  const t = useWords()
  usePlace(t('app.nav.help'))
  const shortcuts = useShortcuts()
  return (
    <Page>
      <PageHeader title={t('app.nav.help')}>{t('app.help.what')}</PageHeader>
      <Columns shape="even">
        <Stack>
          <Section title={t('app.help.elements')}>
            <ol className={styles.elements}>
              {elementNames.map((element) => (
                <li key={element} style={{ '--hue': hueOf(element) }}>
                  <b>{t(`app.element.${element}`)}</b>
                  <span>{t(`app.elementIs.${element}`)}</span>
                </li>
              ))}
            </ol>
          </Section>
          <Section title={t('app.help.needs')}>
            <p>{t('app.help.needs.text')}</p>
          </Section>
        </Stack>
        <Stack>
          <Section title={t('app.help.marks')}>
            <Stack gap="small">
              <Row>
                <Level level="normal">{t('app.level.normal')}</Level>
                <Level level="watch">{t('app.level.watch')}</Level>
                <Level level="urgent">{t('app.level.urgent')}</Level>
                <Level level="crisis">{t('app.level.crisis')}</Level>
              </Row>
              <Row>
                <StateMark state="done">{t('app.state.done')}</StateMark>
                <StateMark state="underway">{t('app.state.underway')}</StateMark>
                <StateMark state="ahead">{t('app.state.ahead')}</StateMark>
                <StateMark state="refused">{t('app.state.refused')}</StateMark>
              </Row>
            </Stack>
          </Section>
          <Section title={t('app.help.safe')}>
            <p className={styles.safe}>
              <Shape name="crisis" />
              <span>{t('app.help.safe.text')}</span>
            </p>
          </Section>
          <Section title={t('app.keys')}>
            <KeyList shortcuts={shortcuts} />
          </Section>
        </Stack>
      </Columns>
    </Page>
  )
}
