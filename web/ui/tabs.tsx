import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components/Link'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import styles from './tabs.module.css'

export interface TabEntry<K extends string = string> {
  key: K
  title: string
  content: ReactNode
}

interface TabsProps<K extends string> {
  label: string
  tabs: readonly TabEntry<K>[]
  selected?: K
  onSelect?: (key: K) => void
}

/** Parts of one page, one in sight at a time. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs
      className={styles.whole ?? ''}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => {
        const tab = tabs.find((each) => each.key === key)
        if (tab) onSelect?.(tab.key)
      }}
    >
      <TabList aria-label={label} className={styles.tabs ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className={styles.tab ?? ''}>
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

export interface TabLink {
  href: string
  title: string
  isCurrent?: boolean
}

/** Pages that belong together, such as the parts of a file; each has its own address. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={styles.tabs} data-print="never">
      {links.map((link) => (
        <AriaLink
          key={link.href}
          href={link.href}
          className={styles.tab ?? ''}
          aria-current={link.isCurrent ? 'page' : undefined}
        >
          {link.title}
        </AriaLink>
      ))}
    </nav>
  )
}
