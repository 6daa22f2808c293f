import type { Role } from '@peyvand/domain/access/roles.ts'
import type { IconName } from '../ui/icon.tsx'
import type { WordId } from '../platform/words.tsx'

export interface NavigationEntry {
  key: string
  href: string
  icon: IconName
  words: WordId
  /** The letter after `g`. */
  letter: string
  /** Who has something to do there; left out for everybody. */
  roles?: readonly Role[]
  /** Left out until something is known to stand there. */
  onceUsed?: true
  /** One of the five on phones. */
  onPhone: boolean
}

const withClients: readonly Role[] = ['caseworker', 'supervisor']

export const navigation: readonly NavigationEntry[] = [
  { key: 'today', href: '/', icon: 'today', words: 'app.nav.today', letter: 't', onPhone: true },
  {
    key: 'cases',
    href: '/cases',
    icon: 'folder',
    words: 'app.nav.cases',
    letter: 'c',
    roles: withClients,
    onPhone: true,
  },
  {
    key: 'requests',
    href: '/requests',
    icon: 'door',
    words: 'app.nav.requests',
    letter: 'r',
    roles: ['intake', ...withClients],
    onPhone: true,
  },
  {
    key: 'referrals',
    href: '/referrals',
    icon: 'inbox',
    words: 'app.nav.referrals',
    letter: 'f',
    roles: withClients,
    onPhone: true,
  },
  {
    key: 'services',
    href: '/services',
    icon: 'pin',
    words: 'app.nav.services',
    letter: 's',
    onPhone: true,
  },
  {
    key: 'emergencies',
    href: '/emergencies',
    icon: 'shield',
    words: 'app.nav.emergencies',
    letter: 'e',
    onceUsed: true,
    onPhone: false,
  },
  {
    key: 'outcomes',
    href: '/outcomes',
    icon: 'chart',
    words: 'app.nav.numbers',
    letter: 'n',
    roles: ['director'],
    onPhone: true,
  },
  {
    key: 'administration',
    href: '/administration',
    icon: 'gear',
    words: 'app.nav.administration',
    letter: 'a',
    roles: ['administrator', 'auditor'],
    onPhone: false,
  },
]

/** Whether a page stands under an entry. */
export function isUnder(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}
