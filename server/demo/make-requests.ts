import { addDays } from '@peyvand/domain/calendar/day.ts'
import { idAt } from './chance.ts'
import type { Chance } from './chance.ts'
import type { DemoAgency } from './telling.ts'
import type { DemoRows } from './rows.ts'

const statuses = [
  'received',
  'received',
  'received',
  'eligible',
  'eligible',
  'waitlisted',
  'waitlisted',
  'waitlisted',
  'ineligible',
  'declined',
  'withdrawn',
  'guided',
  'guided',
  'guided',
] as const

/** Requests that wait at the desks, were guided without a file, or did not become a case. */
export function makeRequests(rows: DemoRows, chance: Chance, agency: DemoAgency): void {
  const { words } = agency
  for (const status of statuses) {
    const programme = chance.pick(agency.programmes)
    const received = addDays(agency.today, -chance.between(0, status === 'received' ? 4 : 60))
    const decided =
      status === 'received'
        ? null
        : `${addDays(received, 1) > agency.today ? received : addDays(received, 1)}T08:00:00Z`
    const id = idAt(chance, `${received}T06:00:00Z`)
    const worker = chance.pick(agency.managers)
    rows.add('request', {
      id,
      agency_id: agency.id,
      desk_id: programme.deskId,
      programme_id: programme.id,
      source: chance.pick(['self', 'family', 'neighbour', 'school', 'hotline', 'police']),
      source_detail: '',
      presenting_problem: chance.pick(words.needs).told,
      need_domains: [chance.pick(words.needs).domain],
      area: chance.pick(words.areas),
      status,
      reason: status === 'ineligible' || status === 'declined' ? chance.pick(words.declined) : '',
      told_on: status === 'ineligible' || status === 'declined' ? received : null,
      objection_way: status === 'ineligible' || status === 'declined' ? words.phrases.told : '',
      guidance_given: status === 'guided' ? words.phrases.guidance : '',
      waitlist_priority: status === 'waitlisted' ? chance.between(0, 2) : 0,
      waitlisted_at: status === 'waitlisted' ? decided : null,
      decided_at: decided,
      decided_by: decided ? worker : null,
      received_at: `${received}T06:00:00Z`,
      created_by: worker,
      version: 1,
    })
    if (status === 'guided') continue
    const sex = chance.in(0.6) ? 'female' : 'male'
    const personId = idAt(chance, `${received}T06:01:00Z`)
    rows.add('person', {
      id: personId,
      agency_id: agency.id,
      given_name: chance.pick(sex === 'female' ? words.female : words.male),
      family_name: chance.pick(words.family),
      sex,
      born_on: addDays(agency.today, -365 * chance.between(18, 70)),
      born_precision: 'day',
      father_name: '',
      languages: [words.language],
      other_names: [],
      national_id_missing: '',
      interpreter_needed: false,
      literacy: 'reads',
      disability: '',
      safe_contact: '',
      mentioned_only: false,
      created_at: `${received}T06:00:00Z`,
      created_by: worker,
      version: 1,
    })
    rows.add('request_person', {
      request_id: id,
      person_id: personId,
      part: 'client',
      created_at: `${received}T06:00:00Z`,
    })
  }
}
