import { expect, test } from 'vitest'
import { parseDirectory } from './parse-directory.ts'
import type { SourceFile, SourceTable } from './source-file.ts'

/** A table written as lines of cells divided by `|`. */
function table(name: string, ...lines: string[]): SourceTable {
  const [header = '', ...rows] = lines
  return {
    kind: 'table',
    name,
    columns: header.split('|'),
    rows: rows.map((row, index) => ({ line: index + 2, cells: row.split('|') })),
  }
}

const json = (name: string, value: unknown): SourceFile => ({
  kind: 'json',
  name,
  text: typeof value === 'string' ? value : JSON.stringify(value, null, 1),
})

const organisations = table('organizations.csv', 'id|name', 'o1|Omid')
const services = table(
  'services.csv',
  'id|organization_id|name|status',
  's1|o1|Counselling|active',
  's2|o1|Food|active',
)
const small = [organisations, services]

const errorsOf = (files: readonly SourceFile[]) => {
  const reading = parseDirectory(files)
  return reading.ok ? [] : reading.errors
}
const noticesOf = (files: readonly SourceFile[]) => parseDirectory(files).notices
const rowsOf = (files: readonly SourceFile[]) => {
  const reading = parseDirectory(files)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.directory
}

test('the smallest directory is an organisation and its services', () => {
  expect(rowsOf(small)).toMatchObject({
    organisations: [{ sourceId: 'o1', name: 'Omid' }],
    services: [{ sourceId: 's1', organisationId: 'o1', status: 'active' }, { sourceId: 's2' }],
  })
})

test('all errors of all files are told at once, with file, line and column, and nothing is given', () => {
  const reading = parseDirectory([
    table('organizations.csv', 'id|name', 'o1|', 'o1|Omid'),
    table(
      'services.csv',
      'id|organization_id|name|status|minimum_age|maximum_age|assured_date',
      's1|o9|Counselling|open|twelve|200|2023-02-29',
      's2|o1|Food|active|60|18|1404-07-31',
      's3|o1|Shelter|active',
    ),
    table('phones.csv', 'id|service_id|number', 'p1|s9|123', 'p2||456', 'p3|s2|'),
    table('schedules.csv', 'id|service_id|byday|opens_at', 'h1|s2|MO,FUNDAY|25:00'),
  ])
  expect(reading).not.toHaveProperty('directory')
  expect(reading.ok ? [] : reading.errors.map((e) => [e.file, e.row, e.column, e.code])).toEqual([
    ['organizations.csv', 2, 'name', 'value_missing'],
    ['organizations.csv', 3, 'id', 'id_duplicate'],
    ['phones.csv', 2, 'service_id', 'reference_dangling'],
    ['phones.csv', 3, null, 'owner_missing'],
    ['phones.csv', 4, 'number', 'value_missing'],
    ['schedules.csv', 2, 'byday', 'value_not_allowed'],
    ['schedules.csv', 2, 'opens_at', 'time_not_real'],
    ['services.csv', 2, 'assured_date', 'day_not_real'],
    ['services.csv', 2, 'maximum_age', 'number_out_of_range'],
    ['services.csv', 2, 'minimum_age', 'number_wrong'],
    ['services.csv', 2, 'organization_id', 'reference_dangling'],
    ['services.csv', 2, 'status', 'value_not_allowed'],
    ['services.csv', 3, 'assured_date', 'day_looks_jalali'],
    ['services.csv', 3, 'minimum_age', 'range_reversed'],
    ['services.csv', 4, null, 'cell_count_wrong'],
  ])
})

test('a missing column is told once, not once a row', () => {
  const nameless = table(
    'services.csv',
    'id|organization_id|status',
    's1|o1|active',
    's2|o1|active',
  )
  expect(errorsOf([organisations, nameless])).toEqual([
    { file: 'services.csv', row: 1, column: 'name', code: 'column_missing', detail: {} },
  ])
})

test('a column that stands twice is an error', () => {
  const twice = table('organizations.csv', 'id|name|name', 'o1|Omid|Omid')
  expect(errorsOf([twice, services])).toMatchObject([{ column: 'name', code: 'column_duplicate' }])
})

test('columns the standard does not know are kept and counted', () => {
  const more = table('organizations.csv', 'id|name|motto', 'o1|Omid|Together')
  expect(rowsOf([more, services]).organisations[0]?.extra).toEqual({ motto: 'Together' })
  expect(noticesOf([more, services])).toMatchObject([
    { column: 'motto', code: 'column_extra', detail: { values: 1 } },
  ])
})

test('a duplicate id names the line that had it first', () => {
  const twice = table('organizations.csv', 'id|name', 'o1|Omid', 'o1|Mehr')
  expect(errorsOf([twice, services])).toMatchObject([
    {
      row: 3,
      code: 'id_duplicate',
      detail: { id: 'o1', firstFile: 'organizations.csv', firstRow: 2 },
    },
  ])
})

test('a telephone that belongs to two, one of whom is missing, keeps the one who is there', () => {
  const phones = table('phones.csv', 'id|service_id|organization_id|number', 'p1|s1|o9|123')
  expect(rowsOf([...small, phones]).phones).toMatchObject([
    { serviceId: 's1', organisationId: null, number: '123' },
  ])
  expect(noticesOf([...small, phones])).toMatchObject([
    { column: 'organization_id', code: 'reference_dropped', detail: { id: 'o9' } },
  ])
})

test('a place off the earth is kept without its point', () => {
  const places = table('locations.csv', 'id|organization_id|latitude|longitude', 'l1|o1|100|51')
  expect(rowsOf([...small, places]).locations).toMatchObject([{ latitude: null, longitude: null }])
  expect(noticesOf([...small, places])).toMatchObject([{ code: 'coordinates_dropped' }])
})

test('hours of a service at a place are hours of both', () => {
  const more = [
    table('locations.csv', 'id|name', 'l1|Centre'),
    table('service_at_location.csv', 'id|service_id|location_id', 'x1|s1|l1'),
    table('schedules.csv', 'id|service_at_location_id|opens_at|closes_at', 'h1|x1|22:00|06:00'),
  ]
  expect(rowsOf([...small, ...more]).schedules).toMatchObject([
    { serviceId: 's1', locationId: 'l1', opensAt: '22:00', closesAt: '06:00' },
  ])
  expect(noticesOf([...small, ...more])).toMatchObject([{ code: 'closes_before_opens' }])
})

test('formulas and markup in names are words like any other', () => {
  const odd = table('organizations.csv', 'id|name', 'o1|=HYPERLINK("x")', 'o2|<b>Omid</b><script>')
  expect(rowsOf([odd, services]).organisations.map(({ name }) => name)).toEqual([
    '=HYPERLINK("x")',
    '<b>Omid</b><script>',
  ])
})

test('letters no database keeps, and texts without end, are errors', () => {
  const odd = table('organizations.csv', 'id|name|description', `o1|O\0mid|${'x'.repeat(20_001)}`)
  expect(errorsOf([odd, services]).map(({ column, code }) => [column, code])).toEqual([
    ['description', 'text_too_long'],
    ['name', 'character_not_allowed'],
  ])
  const broken = json(
    'o.json',
    '{"id": "o", "name": "\\ud800", "services": [{"id": "s", "name": "a", "status": "active"}]}',
  )
  expect(errorsOf([broken])).toMatchObject([{ column: 'name', code: 'character_not_allowed' }])
})

test('without organisations or services there is no directory', () => {
  expect(errorsOf([organisations])).toMatchObject([{ file: 'services.csv', code: 'file_missing' }])
  const none = table('services.csv', 'id|organization_id|name|status')
  expect(errorsOf([organisations, none])).toMatchObject([{ code: 'nothing_to_import' }])
  expect(errorsOf([])).toMatchObject([{ code: 'format_unknown' }])
  expect(errorsOf([table('budget.csv', 'a|b', '1|2')])).toMatchObject([{ code: 'format_unknown' }])
})

test('two formats at once are refused, a stray file is only told', () => {
  expect(errorsOf([...small, json('services.json', [])])).toMatchObject([{ code: 'formats_mixed' }])
  const stray = table('read me.csv', 'hello')
  expect(noticesOf([...small, stray])).toMatchObject([
    { file: 'read me.csv', code: 'file_not_used' },
  ])
})

test('in nested JSON a row that stands at several places is one row with all its owners', () => {
  const phone = { id: 'p', number: '123' }
  const file = json('organization.json', {
    id: 'o',
    name: 'Omid',
    website: '',
    phones: [phone],
    services: [{ id: 's', name: 'Food', status: 'active', phones: [{ ...phone, extension: 7 }] }],
  })
  expect(rowsOf([file]).phones).toMatchObject([
    { organisationId: 'o', serviceId: 's', number: '123', extension: '7' },
  ])
})

test('a telephone of two services is kept under both', () => {
  const phones = [{ id: 'p', number: '123' }]
  const file = json('organization.json', {
    id: 'o',
    name: 'Omid',
    services: ['s', 't'].map((id) => ({ id, name: id, status: 'active', phones })),
  })
  expect(rowsOf([file]).phones.map(({ serviceId }) => serviceId)).toEqual(['s', 't'])
})

test('in nested JSON one row told in two ways is an error that shows both', () => {
  const file = json('organization.json', {
    id: 'o',
    name: 'Omid',
    services: [
      { id: 's', name: 'Food', status: 'active' },
      { id: 's', name: 'Shelter', status: 'active' },
    ],
  })
  expect(errorsOf([file])).toMatchObject([
    { row: 10, column: 'name', code: 'id_conflict', detail: { first: 'Food', second: 'Shelter' } },
  ])
})

test('JSON with a missing comma is told with its line and place', () => {
  expect(errorsOf([json('o.json', '{"id": "o"\n "name": "Omid"}')])).toEqual([
    {
      file: 'o.json',
      row: 2,
      column: null,
      code: 'json_broken',
      detail: { column: 2, found: '"name": "Omid"}' },
    },
  ])
})

test('JSON that is no directory is told so', () => {
  expect(errorsOf([json('weather.json', { city: 'Rey', degrees: 31 })])).toMatchObject([
    { file: 'weather.json', row: 1, code: 'json_not_hsds' },
  ])
})

test('pages and plain lists of JSON are read like single objects', () => {
  const organisation = {
    id: 'o',
    name: 'Omid',
    services: [{ id: 's', name: 'Food', status: 'active' }],
  }
  for (const value of [
    organisation,
    [organisation],
    { total_items: 1, contents: [organisation] },
  ]) {
    expect(rowsOf([json('organizations.json', value)]).services).toHaveLength(1)
  }
})

const ohana = [
  table('organizations.csv', 'id|name', '1|Omid'),
  table(
    'locations.csv',
    'id|organization_id|name|languages|accessibility|virtual',
    '1|1|Centre|Spanish, Chinese (Mandarin)|ramp, wheelchair|false',
  ),
  table(
    'services.csv',
    'id|location_id|name|status|eligibility|service_areas|keywords',
    '1|1|Food|active|Age 18 or over|Rey, Karaj|Food, Meals',
  ),
]

test('ages in columns count more than ages in words', () => {
  const columns = 'id|organization_id|name|status|minimum_age|maximum_age|eligibility_description'
  const told = table(
    'services.csv',
    columns,
    's1|o1|A|active|12||Age 5 to 10',
    's2|o1|B|active|||Age 5 to 10',
  )
  expect(rowsOf([organisations, told]).services).toMatchObject([
    { minimumAge: 12, maximumAge: null },
    { minimumAge: 5, maximumAge: 10 },
  ])
})

test('Ohana’s services get their organisation from their place, and its lists become rows', () => {
  const directory = rowsOf(ohana)
  expect(directory.services).toMatchObject([
    { organisationId: '1', minimumAge: 18, keywords: ['Food', 'Meals'] },
  ])
  expect(directory.servicesAtLocations).toMatchObject([{ serviceId: '1', locationId: '1' }])
  expect(directory.languages.map(({ code }) => code)).toEqual(['es', 'cmn'])
  expect(directory.accessibility.map(({ code }) => code)).toEqual(['ramp', 'wheelchair'])
  expect(directory.serviceAreas.map(({ name }) => name)).toEqual(['Rey', 'Karaj'])
})

test('errors in Ohana’s files stand under Ohana’s own columns', () => {
  const files = [
    ...ohana.slice(0, 2),
    table('services.csv', 'id|location_id|name|status', '1|9|Food|active'),
    table('regular_schedules.csv', 'id|service_id|weekday|opens_at|closes_at', '1|1|Funday|9am|25'),
    table(
      'holiday_schedules.csv',
      'id|service_id|start_date|end_date|closed',
      '1|1|02/30/2015|x|maybe',
    ),
  ]
  expect(errorsOf(files).map((e) => [e.file, e.column, e.code])).toEqual([
    ['holiday_schedules.csv', 'closed', 'value_not_allowed'],
    ['holiday_schedules.csv', 'end_date', 'day_not_real'],
    ['holiday_schedules.csv', 'start_date', 'day_not_real'],
    ['regular_schedules.csv', 'closes_at', 'time_not_real'],
    ['regular_schedules.csv', 'weekday', 'value_not_allowed'],
    ['services.csv', 'location_id', 'reference_dangling'],
  ])
})
