import { dueItems } from '@peyvand/domain/monitoring/due-items.ts'
import { readDueFacts } from '@peyvand/domain/monitoring/read-due-facts.ts'
import type { Findings } from './add-assessments.ts'
import type { Contacts } from './add-contacts.ts'
import type { Ending } from './add-ending.ts'
import type { Planned } from './add-plan.ts'
import type { Linked } from './add-referral.ts'
import type { CaseStory } from './case-story.ts'
import { jsonCell } from './copy-line.ts'
import { dayText } from './days.ts'

interface Told extends Findings, Planned, Linked, Contacts, Ending {
  risk: string
  tasks: readonly unknown[]
}

/** What is due on the case, by the rules themselves. */
export function addDue(story: CaseStory, told: Told): void {
  const { risk, first, assessed, needs, planned, planId, goals } = told
  const { referrals, consents, contacts, last, tasks, reviewed, followUps } = told
  const { rows, opened, closed, open, today, todayText, manager, programme, personId, caseId } =
    story
  if (!open && followUps.length === 0) return
  const newest = contacts.toSorted((a, b) => b.moment - a.moment)
  const reachedAt = newest.findIndex(({ reached }) => reached)
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const facts = readDueFacts({
    status: open ? 'open' : 'closed',
    openedOn: dayText(opened),
    closedOn: closed === undefined ? null : dayText(closed),
    riskLevel: risk,
    managerId: manager,
    contactEveryDays: programme.contactEveryDays,
    reviewEveryDays: programme.reviewEveryDays,
    contacts: reachedAt < 0 ? newest : newest.slice(0, reachedAt + 1),
    lastReviewOn: reviewed ? dayText(reviewed.on) : null,
    nextReviewOn: reviewed ? dayText(reviewed.next) : null,
    assessments: byId(assessed).map(({ id, day, instrument }) => ({
      id,
      title: instrument.title,
      dataGroup: instrument.dataGroup,
      status: 'completed',
      startedOn: dayText(day),
      completedOn: dayText(day),
      clientViewTold: true,
      startedBy: manager,
    })),
    scored: assessed
      .filter(({ instrument }) => instrument.scales !== null)
      .map(({ id, day, instrument, filled }) => ({
        assessmentId: id,
        personId,
        instrument: instrument.code,
        dataGroup: instrument.dataGroup,
        title: instrument.title,
        on: dayText(day),
        scores: filled.scales,
        scales: instrument.scales,
      })),
    needs: needs.map(({ id, need, severity, settled }, index) => ({
      id,
      number: index + 1,
      statement: need.statement,
      severity,
      urgency: 'normal',
      foundOn: dayText(first),
      settled,
      goals: goals.filter(({ needId }) => needId === id).length,
    })),
    plans:
      planId === null
        ? []
        : [
            {
              id: planId,
              edition: 1,
              status: 'in_force',
              createdOn: dayText(planned),
              proposedOn: dayText(planned),
              answeredOn: null,
              inForceOn: dayText(planned),
            },
          ],
    goals: goals.map(({ id, number, words }) => ({
      id,
      number,
      words,
      since: dayText(planned),
      lastProgressOn: open && last >= planned ? dayText(last) : null,
    })),
    actions: [],
    tasks,
    referrals,
    consents,
    draftNotes: [],
    followUps,
  })
  for (const item of dueItems(facts, todayText)) {
    rows.add(
      today,
      'due',
      caseId,
      item.key,
      item.dataGroup,
      item.rule,
      item.element,
      item.level,
      item.dueOn,
      jsonCell(item.facts),
      item.act,
      item.subjectId,
      item.workerId,
    )
  }
}
