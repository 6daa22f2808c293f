import { findMine } from '@peyvand/domain/finding/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { markName } from '@peyvand/domain/text/mark-name.ts'
import type { ReactNode } from 'react'
import { useEndpointWhen } from '../platform/query.ts'
import { useFormats } from '../platform/use-formats.ts'
import { useWords } from '../platform/words.tsx'
import type { IconName } from '../ui/icon.tsx'
import { Marked } from '../ui/marked.tsx'

export interface QuickChoice {
  key: string
  href: string
  icon: IconName
  title: ReactNode
  detail: ReactNode
}

interface FoundCase {
  id: string
  number: string
  status: 'open' | 'closed'
  client: { givenName: string; familyName: string }
}

/** What the words may mean: people and cases of mine, then the search in the files. */
export function useQuickChoices(words: string): {
  choices: readonly QuickChoice[]
  isNobody: boolean
} {
  const t = useWords()
  const { formatDay, withDigits } = useFormats()
  const isAsked = words.length > 1
  const found = useEndpointWhen(isAsked, findMine, { query: { words: words || '-' } })
  if (!isAsked) return { choices: [], isNobody: false }
  const choices = new Map<string, QuickChoice>()
  const addCase = (one: FoundCase, title: ReactNode, isClient: boolean) => {
    if (choices.has(one.id)) return
    choices.set(one.id, {
      key: one.id,
      href: `/cases/${one.id}`,
      icon: 'folder',
      title,
      detail: (
        <>
          {!isClient && <bdi>{t('finding.caseOf', { name: fullName(one.client) })} · </bdi>}
          <bdi dir="ltr">{withDigits(one.number)}</bdi>
          {one.status === 'closed' && ` · ${t('finding.closed')}`}
        </>
      ),
    })
  }
  for (const one of found.data?.cases ?? []) addCase(one, <bdi>{fullName(one.client)}</bdi>, true)
  for (const person of found.data?.people ?? []) {
    const title = (
      <bdi>
        <Marked pieces={markName(fullName(person), words)} />
      </bdi>
    )
    for (const one of person.cases.slice(0, 3)) addCase(one, title, one.isClient)
    if (person.cases.length > 0) continue
    choices.set(person.id, {
      key: person.id,
      href: `/people/${person.id}`,
      icon: 'person',
      title,
      detail:
        person.bornOn !== null && person.bornPrecision !== 'unknown'
          ? formatDay(person.bornOn, person.bornPrecision)
          : '',
    })
  }
  return {
    choices: [
      ...choices.values(),
      {
        key: 'files',
        href: `/search?words=${encodeURIComponent(words)}`,
        icon: 'search',
        title: t('finding.inFiles'),
        detail: '',
      },
    ],
    isNobody: found.data !== undefined && choices.size === 0,
  }
}
