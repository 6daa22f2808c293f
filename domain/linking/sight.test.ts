import { expect, test } from 'vitest'
import { whyNotExpireOn } from './link-expiry.ts'
import { gatherLooks, whyNotGiveSight } from './sight.ts'
import type { Look, SightFacts } from './sight.ts'

test.each<[string, string, string | undefined]>([
  ['today is lawful', '2026-11-21', undefined],
  ['so is half a year ahead', '2027-05-20', undefined],
  ['a day more is too long', '2027-05-21', 'too_late'],
  ['yesterday is over', '2026-11-20', 'past'],
])('until when a link opens: %s', (_name, expiresOn, because) => {
  expect(whyNotExpireOn(expiresOn, '2026-11-21')?.facts?.because).toBe(because)
})

const lawful: SightFacts = {
  leadsTeam: true,
  part: 'client',
  diedOn: null,
  expiresOn: '2026-12-21',
  today: '2026-11-21',
}

test.each<[string, Partial<SightFacts>, string | undefined]>([
  ['the client is given it by whoever leads the case', {}, undefined],
  ['a member of the team who does not lead gives none', { leadsTeam: false }, 'may_not_write'],
  ['another member of the household gets none', { part: 'household' }, 'sight_not_theirs'],
  ['a stranger gets none', { part: undefined }, 'sight_not_theirs'],
  ['nobody gets one for the dead', { diedOn: '2026-11-01' }, 'person_died'],
  ['not for a year', { expiresOn: '2027-11-21' }, 'link_day_not_lawful'],
])('%s', (_name, change, code) => {
  expect(whyNotGiveSight({ ...lawful, ...change })?.code).toBe(code)
})

const look = (time: string, change: Partial<Look> = {}): Look => ({
  at: `2026-11-21T${time}:00Z`,
  fullName: 'Nahid',
  by: 'worker',
  changed: false,
  inEmergency: false,
  ...change,
})

test.each<[string, Look[], string[]]>([
  [
    'what one worker opened within half an hour is one visit',
    [look('10:50'), look('10:30'), look('10:10')],
    ['Nahid 10:10–10:50 read'],
  ],
  [
    'what was changed in it makes it a change',
    [look('10:20'), look('10:10', { changed: true })],
    ['Nahid 10:10–10:20 changed'],
  ],
  [
    'coming back later is a visit of its own',
    [look('11:00'), look('10:10')],
    ['Nahid 11:00–11:00 read', 'Nahid 10:10–10:10 read'],
  ],
  [
    'two people at once are two visits, the newest first',
    [look('10:12'), look('10:11', { fullName: 'Omid' }), look('10:10')],
    ['Nahid 10:10–10:12 read', 'Omid 10:11–10:11 read'],
  ],
  [
    'a look in an emergency is never hidden in an ordinary one',
    [look('10:12'), look('10:11', { inEmergency: true })],
    ['Nahid 10:12–10:12 read', 'Nahid 10:11–10:11 read, emergency'],
  ],
])('%s', (_name, looks, told) => {
  const clock = (at: string) => at.slice(11, 16)
  expect(
    gatherLooks(looks, 100).map(
      ({ fullName, from, until, changed, inEmergency }) =>
        `${fullName} ${clock(from)}–${clock(until)} ${changed ? 'changed' : 'read'}${inEmergency ? ', emergency' : ''}`,
    ),
  ).toEqual(told)
})

test('only as many visits as asked for are told, and the newest of them', () => {
  const looks = [look('12:00'), look('11:00'), look('10:00')]
  expect(gatherLooks(looks, 2).map(({ from }) => from)).toEqual([looks[0]?.at, looks[1]?.at])
})
