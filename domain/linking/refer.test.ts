import { expect, test } from 'vitest'
import { whyNotRefer } from './refer.ts'
import type { ReferFacts } from './refer.ts'

const lawful: ReferFacts = {
  caseOpen: true,
  needEnded: false,
  service: { status: 'active', organisationId: 'clinic' },
  referredAlready: false,
  basis: 'consent',
  consent: {
    id: 'k',
    groups: ['core'],
    recipientId: 'clinic',
    fromOn: '2026-01-01',
    untilOn: '2026-12-31',
    withdrawn: false,
  },
  sharedGroups: ['core'],
  today: '2026-11-21',
}

test.each<[string, Partial<ReferFacts>, string | undefined]>([
  ['with consent to an open service, one may refer', {}, undefined],
  ['not from a closed case', { caseOpen: false }, 'case_closed'],
  ['not for a need that has ended', { needEnded: true }, 'need_already_ended'],
  ['not to a service that is gone', { service: undefined }, 'service_unknown'],
  [
    'not to one that is closed for now',
    { service: { status: 'temporarily_closed', organisationId: 'clinic' } },
    'service_not_accepting',
  ],
  ['not twice at the same time', { referredAlready: true }, 'referral_already_open'],
  ['not without consent', { consent: undefined }, 'consent_missing'],
  ['not more than the consent covers', { sharedGroups: ['core', 'health'] }, 'consent_missing'],
  ['to save a life, without consent', { basis: 'vital_interest', consent: undefined }, undefined],
])('%s', (_name, change, code) => {
  expect(whyNotRefer({ ...lawful, ...change })?.code).toBe(code)
})
