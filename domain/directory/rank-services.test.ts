import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confirmationHoldsDays, excludes, rankServices, reasonCodes } from './rank-services.ts'
import type { ClientFacts, Fit, ReasonCode, ServiceFacts } from './rank-services.ts'

const today = '2026-11-21'

/** Reyhaneh, 34, of Rey, speaks Azerbaijani and Persian; her need is food. */
const reyhaneh: ClientFacts = {
  age: { least: 34, most: 34 },
  sex: 'female',
  languages: ['az', 'fa'],
  areas: [
    { name: 'تهران', level: 'province' },
    { name: 'شهر ری', level: 'city' },
  ],
  mustBeFree: false,
  needsStepFree: false,
  alreadyReferredTo: [],
}

/** A food bank that is for everybody, everywhere, free, in her language, confirmed last month. */
const foodBank: ServiceFacts = {
  id: '1',
  name: 'Food bank',
  status: 'active',
  needDomains: ['food'],
  domainsFrom: 'taxonomy',
  minimumAge: null,
  maximumAge: null,
  acceptsSex: null,
  eligibility: 'None',
  free: true,
  fees: '',
  languages: ['fa'],
  interpretation: '',
  areas: [],
  access: [],
  lastConfirmedOn: '2026-10-21',
}

type Row = [
  story: string,
  service: Partial<ServiceFacts>,
  client: Partial<ClientFacts>,
  fit: Fit,
  says: ReasonCode,
  direction: 'for' | 'against' | 'ask',
]

const stories: Row[] = [
  ['for everybody, free, in her language', {}, {}, 'eligible', 'no_condition', 'for'],
  [
    'answers another need',
    { needDomains: ['housing'] },
    {},
    'not_eligible',
    'another_need',
    'against',
  ],
  [
    'nobody wrote what it is for',
    { needDomains: [], domainsFrom: 'nobody' },
    {},
    'unknown',
    'category_unknown',
    'ask',
  ],
  [
    'known only by its words',
    { domainsFrom: 'keywords' },
    {},
    'eligible',
    'category_from_words',
    'for',
  ],
  ['closed for good', { status: 'defunct' }, {}, 'not_eligible', 'closed', 'against'],
  ['closed for now', { status: 'temporarily_closed' }, {}, 'not_eligible', 'paused', 'against'],
  [
    'has an open referral already',
    {},
    { alreadyReferredTo: ['1'] },
    'not_eligible',
    'already_referred',
    'against',
  ],
  ['for 18 to 60', { minimumAge: 18, maximumAge: 60 }, {}, 'eligible', 'age_within', 'for'],
  ['for 55 and over', { minimumAge: 55 }, {}, 'not_eligible', 'age_outside', 'against'],
  ['for children under 12', { maximumAge: 12 }, {}, 'not_eligible', 'age_outside', 'against'],
  ['for 34 and over, at the very age', { minimumAge: 34 }, {}, 'eligible', 'age_within', 'for'],
  [
    'for 55 and over, birth date unknown',
    { minimumAge: 55 },
    { age: undefined },
    'unknown',
    'age_unknown',
    'ask',
  ],
  [
    'for 35 and over, born about 1991',
    { minimumAge: 35 },
    { age: { least: 34, most: 36 } },
    'unknown',
    'age_unknown',
    'ask',
  ],
  ['for women', { acceptsSex: 'female' }, {}, 'eligible', 'sex_accepted', 'for'],
  ['for men', { acceptsSex: 'male' }, {}, 'not_eligible', 'sex_not_accepted', 'against'],
  [
    'for women, sex not recorded',
    { acceptsSex: 'female' },
    { sex: 'unknown' },
    'unknown',
    'sex_unknown',
    'ask',
  ],
  [
    'has a condition in words',
    { eligibility: 'Low-income families' },
    {},
    'unknown',
    'condition_to_read',
    'ask',
  ],
  ['nobody wrote for whom', { eligibility: '' }, {}, 'unknown', 'condition_not_written', 'ask'],
  [
    'serves her city',
    { areas: [{ name: 'ری', level: 'city' }] },
    {},
    'eligible',
    'area_covered',
    'for',
  ],
  [
    'serves the whole country',
    { areas: [{ name: 'ایران', level: 'country' }] },
    { areas: [] },
    'eligible',
    'area_covered',
    'for',
  ],
  [
    'serves another city',
    { areas: [{ name: 'کرج', level: 'city' }] },
    {},
    'not_eligible',
    'area_not_covered',
    'against',
  ],
  [
    'serves a place of unknown kind',
    { areas: [{ name: 'San Mateo County', level: null }] },
    {},
    'unknown',
    'area_unclear',
    'ask',
  ],
  [
    'serves a district, and only her city is known',
    { areas: [{ name: 'ناحیهٔ ۴', level: 'district' }] },
    {},
    'unknown',
    'area_unclear',
    'ask',
  ],
  [
    'serves one city, her home is unknown',
    { areas: [{ name: 'ری', level: 'city' }] },
    { areas: [] },
    'unknown',
    'area_of_client_unknown',
    'ask',
  ],
  ['speaks her language', { languages: ['az'] }, {}, 'eligible', 'language_spoken', 'for'],
  [
    'speaks Dari, she speaks Persian',
    { languages: ['prs'] },
    {},
    'eligible',
    'language_spoken',
    'for',
  ],
  ['speaks only Spanish', { languages: ['es'] }, {}, 'eligible', 'language_not_spoken', 'against'],
  [
    'calls an interpreter',
    { languages: ['es'], interpretation: 'by phone' },
    {},
    'eligible',
    'interpreter_offered',
    'for',
  ],
  ['nobody wrote its languages', { languages: [] }, {}, 'eligible', 'language_not_written', 'ask'],
  ['costs money', { free: false, fees: '$85 per day' }, {}, 'eligible', 'costs_money', 'against'],
  [
    'costs money she does not have',
    { free: false },
    { mustBeFree: true },
    'eligible',
    'costs_money_and_cannot_pay',
    'against',
  ],
  [
    'says its fee in words',
    { free: null, fees: 'Vary according to income' },
    {},
    'eligible',
    'fee_to_read',
    'ask',
  ],
  ['does not say what it costs', { free: null }, {}, 'eligible', 'fee_not_written', 'ask'],
  [
    'has a ramp, she uses a wheelchair',
    { access: ['ramp'] },
    { needsStepFree: true },
    'eligible',
    'step_free',
    'for',
  ],
  [
    'does not say whether there are steps',
    {},
    { needsStepFree: true },
    'eligible',
    'step_free_not_written',
    'ask',
  ],
  [
    'was last confirmed a year ago',
    { lastConfirmedOn: '2025-11-21' },
    {},
    'eligible',
    'confirmed_long_ago',
    'ask',
  ],
  ['was never confirmed', { lastConfirmedOn: null }, {}, 'eligible', 'never_confirmed', 'ask'],
]

test.each(stories)('a service that %s', (_story, service, client, fit, code, direction) => {
  const [ranked] = rankServices(
    { domain: 'food' },
    { ...reyhaneh, ...client },
    [{ ...foodBank, ...service }],
    today,
  )
  expect(ranked?.fit).toBe(fit)
  expect(ranked?.reasons.filter((reason) => reason.code === code)).toMatchObject([
    { code, direction },
  ])
})

test('every reason there is has its story', () => {
  const told = new Set([
    ...stories.map(([, , , , code]) => code),
    'free',
    'category_named',
    'confirmed',
  ])
  expect(reasonCodes.filter((code) => !told.has(code))).toEqual([])
})

test('what is sure comes first, then what must be asked, then what is not for her, which says why', () => {
  const ranked = rankServices(
    { domain: 'food' },
    reyhaneh,
    [
      { ...foodBank, id: 'a', name: 'For men', acceptsSex: 'male' },
      { ...foodBank, id: 'b', name: 'Ask first', eligibility: 'Low income' },
      { ...foodBank, id: 'c', name: 'Costs', free: false },
      { ...foodBank, id: 'd', name: 'Best' },
    ],
    today,
  )
  expect(ranked.map(({ service, rank }) => [rank, service.name])).toEqual([
    [1, 'Best'],
    [2, 'Costs'],
    [3, 'Ask first'],
    [4, 'For men'],
  ])
  expect(ranked[3]?.reasons[0]).toMatchObject({ code: 'sex_not_accepted', direction: 'against' })
})

test('a telephone number confirmed half a year ago still counts, a day later it must be asked', () => {
  const on = (lastConfirmedOn: string) =>
    rankServices({ domain: 'food' }, reyhaneh, [{ ...foodBank, lastConfirmedOn }], today)[0]
      ?.reasons.map(({ code }) => code)
      .filter((code) => code.startsWith('confirmed'))
  expect(confirmationHoldsDays).toBe(180)
  expect(on('2026-05-25')).toEqual(['confirmed'])
  expect(on('2026-05-24')).toEqual(['confirmed_long_ago'])
})

const anyService = fc.record<ServiceFacts>({
  id: fc.uuid(),
  name: fc.string(),
  status: fc.constantFrom('active', 'inactive', 'defunct', 'temporarily_closed'),
  needDomains: fc.subarray(['food', 'housing']),
  domainsFrom: fc.constantFrom('taxonomy', 'keywords', 'steward'),
  minimumAge: fc.option(fc.nat(60)),
  maximumAge: fc.option(fc.integer({ min: 60, max: 120 })),
  acceptsSex: fc.option(fc.constantFrom('female', 'male')),
  eligibility: fc.constantFrom('', 'None', 'Low income'),
  free: fc.option(fc.boolean()),
  fees: fc.constantFrom('', 'Varies'),
  languages: fc.subarray(['fa', 'es']),
  interpretation: fc.constantFrom('', 'by phone'),
  areas: fc.subarray([
    { name: 'ری', level: 'city' as const },
    { name: 'کرج', level: 'city' as const },
  ]),
  access: fc.subarray(['ramp' as const]),
  lastConfirmedOn: fc.option(fc.constantFrom('2026-10-01', '2020-01-01')),
})

test('no service is lost, none is doubled, and none is excluded without a reason against it', () => {
  fc.assert(
    fc.property(fc.array(anyService, { maxLength: 12 }), (services) => {
      const ranked = rankServices({ domain: 'food' }, reyhaneh, services, today)
      expect(ranked.map(({ rank }) => rank)).toEqual(services.map((_, index) => index + 1))
      expect(ranked.map(({ service }) => service.id).toSorted()).toEqual(
        services.map(({ id }) => id).toSorted(),
      )
      for (const { fit, reasons } of ranked) {
        const against = reasons.filter(({ code }) => excludes(code))
        expect(fit === 'not_eligible').toBe(against.length > 0)
        expect(against.every(({ direction }) => direction === 'against')).toBe(true)
      }
    }),
  )
})

test('the order in which services stand in the directory does not change their rank', () => {
  fc.assert(
    fc.property(fc.array(anyService, { maxLength: 8 }), (services) => {
      const ids = (list: readonly ServiceFacts[]) =>
        rankServices({ domain: 'food' }, reyhaneh, list, today).map(({ service }) => service.id)
      expect(ids(services.toReversed())).toEqual(ids(services))
    }),
  )
})
