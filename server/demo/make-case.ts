import { addDays, daysBetween } from '@peyvand/domain/calendar/day.ts'
import { assessCase } from './assess-case.ts'
import { beginCase } from './begin-case.ts'
import { closeCase } from './close-case.ts'
import { linkCase } from './link-case.ts'
import { planCase } from './plan-case.ts'
import type { Telling } from './telling.ts'
import { watchCase } from './watch-case.ts'

/** One whole case: from the request to where it stands today, told in the agency's language. */
export function makeCase(telling: Telling, openedOn: string, closes: boolean): string {
  const { chance, agency } = telling
  const story = beginCase(telling, openedOn)
  const needs = assessCase(telling, story, chance.some(agency.words.needs, chance.between(1, 4)))
  const age = daysBetween(openedOn, agency.today)
  const ends = closes
    ? addDays(openedOn, Math.min(chance.between(120, 400), age - 20))
    : agency.today
  const isOld = age > 50
  const goals = isOld || chance.in(0.7) ? planCase(telling, story, needs, { ends, isOld }) : []
  linkCase(telling, story, needs, ends)
  watchCase(telling, story, goals, ends)
  if (closes) closeCase(telling, story, { needs, goals, closedOn: ends })
  return story.caseId
}
