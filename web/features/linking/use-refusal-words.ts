import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { Refusal } from '@peyvand/domain/refusals.ts'
import { Refused } from '../../platform/api-problem.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useProblemWords } from '../../platform/use-problem-words.ts'
import { useWords } from '../../platform/words.tsx'

/** Data groups as a list of words, to stand inside a sentence. */
export function useGroupList(): (groups: readonly DataGroup[]) => string {
  const t = useWords()
  const { formatList } = useFormats()
  const { settings } = useLocale()
  return (groups) =>
    formatList(
      groups.map((group) => t(`linking.group.${group}`).toLocaleLowerCase(settings.language)),
    )
}

/** A refusal that names data groups by their codes, with words in their place. */
export function useReadable(): (problem: unknown) => unknown {
  const groupList = useGroupList()
  return (problem) => {
    if (!(problem instanceof Refused) || !Array.isArray(problem.facts.lacks)) return problem
    const { lacks } = problem.facts
    const groups = dataGroups.filter((group) => lacks.includes(group))
    return new Refused(problem.code, { ...problem.facts, lacks: groupList(groups) })
  }
}

/** What a rule of the domain says, as the one sentence that reads on from “because”. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const problemWords = useProblemWords()
  const readable = useReadable()
  const { settings } = useLocale()
  return ({ code, facts }) => {
    const { sentence } = problemWords(readable(new Refused(code, facts ?? {})))
    return settings.language === 'en'
      ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
      : sentence
  }
}
