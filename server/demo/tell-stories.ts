import { addDays } from '@peyvand/domain/calendar/day.ts'
import type { DemoAgencyPlan } from './agencies.ts'
import { idAt } from './chance.ts'
import type { Chance } from './chance.ts'
import { makeCase } from './make-case.ts'
import { makeRequests } from './make-requests.ts'
import { DemoRows } from './rows.ts'
import { startTelling } from './telling.ts'
import type { DemoAgency } from './telling.ts'

/** How far back the oldest case begins, in days. */
export const twoYears = 730

/** Organisations with a service for each need of the stories, then the cases, oldest first. */
export function tellStories(
  plan: DemoAgencyPlan,
  agency: DemoAgency,
  chance: Chance,
  began: string,
) {
  const rows = new DemoRows()
  const common = {
    steward_agency_id: agency.id,
    created_at: began,
    created_by: agency.supervisor,
    version: 1,
  }
  const organisations = plan.organisations.map((name) => ({ id: idAt(chance, began), name }))
  for (const organisation of organisations)
    rows.add('organisation', {
      ...organisation,
      kind: 'formal',
      alternate_name: '',
      description: '',
      email: '',
      website: '',
      extra: {},
      ...common,
    })
  const services = plan.words.needs.map((need, index) => {
    const organisation = organisations[index % organisations.length] ?? chance.pick(organisations)
    const service = {
      id: idAt(chance, began),
      name: need.service,
      organisationId: organisation.id,
      organisation: organisation.name,
      domain: need.domain,
    }
    rows.add('service', {
      id: service.id,
      kind: 'formal',
      organisation_id: organisation.id,
      programme: '',
      name: need.service,
      alternate_name: '',
      description: need.professional,
      email: '',
      website: '',
      status: 'active',
      audience: '',
      eligibility: '',
      fees: '',
      free: chance.in(0.7),
      application_process: '',
      wait_time: '',
      interpretation: '',
      accreditations: '',
      licences: '',
      alert: '',
      keywords: [],
      need_domains: [need.domain],
      domains_from: 'steward',
      main_language: plan.words.language,
      last_confirmed_on: addDays(agency.today, -chance.between(5, 200)),
      extra: {},
      ...common,
    })
    return service
  })
  const telling = startTelling(rows, chance, { ...agency, services })
  const days = Array.from({ length: plan.cases }, () =>
    addDays(agency.today, -chance.between(4, twoYears)),
  )
  const cases = days
    .toSorted()
    .map((day) => makeCase(telling, day, addDays(day, 160) < agency.today && chance.in(0.5)))
  makeRequests(rows, chance, agency)
  return { rows, cases }
}
