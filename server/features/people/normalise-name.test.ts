import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasJalaliDate, toJalali } from '@peyvand/domain/calendar/jalali.ts'
import { dayNumber, dayOfNumber } from '@peyvand/domain/calendar/day.ts'
import cases from '@peyvand/domain/text/normalise-name.cases.json' with { type: 'json' }
import { nameSound } from '@peyvand/domain/text/name-sound.ts'
import sounds from '@peyvand/domain/text/name-sound.cases.json' with { type: 'json' }
import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import { copyDatabase } from '../../testing/template-database.ts'
import type { TestDatabase } from '../../testing/template-database.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await copyDatabase()
  client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query('set search_path = app, public')
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function inDatabase<T>(call: string, values: readonly string[]): Promise<T[]> {
  const { rows } = await client.query<{ value: T }>(
    `select ${call} as value from unnest($1::text[]) with ordinality x (v, i) order by i`,
    [values],
  )
  return rows.map((row) => row.value)
}

describe('the database searches names by the same key as the rest of Peyvand', () => {
  test('in every case of the common table', async () => {
    const keys = await inDatabase<string>(
      'normalise_name(v)',
      cases.map((each) => each.typed),
    )
    expect(keys).toEqual(cases.map((each) => each.spaced))
  })

  test('for any name typed on Persian, Arabic, Kurdish and Latin keyboards', async () => {
    const letters =
      "ابپتجحخدذرزژسشصضطظعغفقکكگلمنوهيیىئؤآأإٱءةۀەێۆڕڵـًَُِّْٰٓٔ‌ ‌-ʼ'۰۱۹٠٣012AaBbÉéŁłßøñŞşıİçØÆ«»،.(/"
    const names = fc.sample(
      fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 24 }),
      { numRuns: 2000, seed: 7 },
    )
    expect(await inDatabase('normalise_name(v)', names)).toEqual(names.map(normaliseName))
  })
})

test('the database hears names as the rest of Peyvand does', async () => {
  const names = sounds.flatMap(({ one, other }) => [normaliseName(one), normaliseName(other)])
  expect(await inDatabase<string>('name_sound(v)', names)).toEqual(
    sounds.flatMap(({ sound }) => [sound, sound]),
  )
  const letters = "ابپتجحخدذرزژسشصضطظعغفقکگلمنوهیabcdefghijklmnopqrstuvwxyzтñ0'"
  const words = fc
    .sample(fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1 }), {
      numRuns: 2000,
      seed: 5,
    })
    .map((word) => normaliseName(word).replaceAll(' ', ''))
  expect(await inDatabase('name_sound(v)', words)).toEqual(words.map(nameSound))
})

test('the year of birth is told in the Jalali calendar as everywhere else', async () => {
  const days = fc
    .sample(
      fc.integer({ min: dayNumber('1850-01-01'), max: dayNumber('2100-01-01') }).map(dayOfNumber),
      { numRuns: 500, seed: 11 },
    )
    .concat('2025-03-20', '2025-03-21', '2024-03-19', '2024-03-20')
    .filter(hasJalaliDate)
  expect(await inDatabase('jalali_year(v::date)', days)).toEqual(
    days.map((day) => toJalali(day).year),
  )
})
