import type { addService } from '@peyvand/domain/directory/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import { weekdays } from '@peyvand/domain/directory/directory.ts'
import type { Service } from './types.ts'

type Sent = SentInput<typeof addService>
type Place = NonNullable<Sent['place']>

/** What is written in the form: every field there is, lists with a key for each line. */
export interface OwnService {
  kind: Sent['kind']
  organisation: string
  name: string
  description: string
  needDomains: Sent['needDomains']
  status: Sent['status']
  alert: string
  minimumAge: number | null
  maximumAge: number | null
  acceptsSex: Sent['acceptsSex']
  eligibility: string
  free: boolean | null
  fees: string
  applicationProcess: string
  waitTime: string
  interpretation: string
  website: string
  languages: string[]
  areas: Sent['areas']
  papers: string
  phones: Required<Sent['phones'][number]>[]
  schedules: Required<Sent['schedules'][number]>[]
  hasPlace: boolean
  place: Required<Place>
}

const emptyPlace: Required<Place> = {
  lines: '',
  city: '',
  province: '',
  postalCode: '',
  transport: '',
  secret: false,
  access: [],
}

export function emptyOwnService(language: string): OwnService {
  return {
    kind: 'formal',
    organisation: '',
    name: '',
    description: '',
    needDomains: [],
    status: 'active',
    alert: '',
    minimumAge: null,
    maximumAge: null,
    acceptsSex: null,
    eligibility: '',
    free: null,
    fees: '',
    applicationProcess: '',
    waitTime: '',
    interpretation: '',
    website: '',
    languages: [language],
    areas: [],
    papers: '',
    phones: [emptyPhone],
    schedules: [],
    hasPlace: false,
    place: emptyPlace,
  }
}

export const emptyPhone: OwnService['phones'][number] = {
  number: '',
  extension: '',
  line: 'voice',
  description: '',
}

export const emptySchedule: OwnService['schedules'][number] = {
  weekdays: [],
  opensAt: '',
  closesAt: '',
  description: '',
}

/** What stands in the directory, as it is written in the form. */
export function ownServiceOf(service: Service): OwnService {
  const place = service.places[0]
  const address = place?.addresses[0]
  return {
    kind: service.kind,
    organisation: service.organisation.name,
    name: service.name,
    description: service.description,
    needDomains: service.needDomains,
    status: service.status,
    alert: service.alert,
    minimumAge: service.minimumAge,
    maximumAge: service.maximumAge,
    acceptsSex: service.acceptsSex,
    eligibility: service.eligibility,
    free: service.free,
    fees: service.fees,
    applicationProcess: service.applicationProcess,
    waitTime: service.waitTime,
    interpretation: service.interpretation,
    website: service.website,
    languages: service.languages.map(({ code }) => code),
    areas: service.areas.map(({ name, level }) => ({ name, level })),
    papers: service.papers.map(({ document }) => document).join('\n'),
    phones: service.phones.map(({ id: _id, ...phone }) => phone),
    schedules: service.schedules.map((schedule) => ({
      weekdays: schedule.weekdays,
      opensAt: schedule.opensAt ?? '',
      closesAt: schedule.closesAt ?? '',
      description: schedule.description,
    })),
    hasPlace: place !== undefined,
    place: {
      lines: address?.lines ?? '',
      city: address?.city ?? '',
      province: address?.province ?? '',
      postalCode: address?.postalCode ?? '',
      transport: place?.transport ?? '',
      secret: false,
      access: place?.access.flatMap(({ code }) => code ?? []) ?? [],
    },
  }
}

/** What is sent of it: lines nobody wrote in are left out. */
export function sentOf(written: OwnService) {
  const { kind: _kind, organisation: _organisation, hasPlace, place, ...fields } = written
  return {
    ...fields,
    papers: written.papers
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    areas: written.areas.filter(({ name }) => name.trim() !== ''),
    phones: written.phones.filter(({ number }) => number.trim() !== ''),
    schedules: written.schedules
      .filter(({ weekdays: days, opensAt, closesAt }) => days.length > 0 && opensAt && closesAt)
      .map((schedule) => ({
        ...schedule,
        weekdays: weekdays.filter((day) => schedule.weekdays.includes(day)),
      })),
    place: hasPlace ? place : null,
  }
}
