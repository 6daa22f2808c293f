import { changeSettings, readMe } from '@peyvand/domain/agency/contract.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { command } from './api.ts'
import { useLocale } from './locale.tsx'
import { useEndpoint } from './query.ts'
import type { Settings } from './settings.ts'

export type Me = AnswerOf<typeof readMe>

const MeContext = createContext<Me | undefined>(undefined)

/** Stands above every page of a signed-in reader. */
export function MeProvider({ first, children }: { first: Me; children: React.ReactNode }) {
  const { data } = useEndpoint(readMe)
  return <MeContext value={data ?? first}>{children}</MeContext>
}

/** Who is signed in. Only pages behind the sign-in may ask. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe needs a signed-in reader')
  return me
}

/** The same where nobody may be signed in: the frame's own pages. */
export function useMaybeMe(): Me | undefined {
  return useContext(MeContext)
}

export function hasRole(me: Me, ...roles: readonly Role[]): boolean {
  return roles.some((role) => me.roles.includes(role))
}

/** Changes the reader's settings here at once and keeps them with the account. */
export function useChangeSettings(): (settings: Settings) => Promise<void> {
  const { settings: shown, changeSettings: applyHere } = useLocale()
  const me = useMaybeMe()
  const client = useQueryClient()
  return async (settings) => {
    const { language } = shown
    // Another language loads the page again, so the account must know it before.
    if (settings.language === language) applyHere(settings)
    if (me) {
      await command(changeSettings, { input: settings })
      client.setQueryData([readMe.path, {}, {}], { ...me, settings })
    }
    if (settings.language !== language) applyHere(settings)
  }
}
