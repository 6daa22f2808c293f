import type { HsdsTable } from './hsds-tables.ts'
import type { ImportError } from './import-problem.ts'
import { findLanguageCode } from './language-codes.ts'
import { problemAt } from './raw-row.ts'
import type { RawRow } from './raw-row.ts'
import { readOhanaDay } from './read-cell.ts'

type Cells = Record<string, string>

export interface OhanaTable {
  table: HsdsTable
  /** Ohana's column → the standard's; `''` for columns that become rows of their own. */
  columns: Record<string, string>
  needed: readonly string[]
  spread?: (cells: Cells, add: AddRow, row: RawRow, errors: ImportError[]) => void
}

export type AddRow = (table: HsdsTable, values: Cells, column: string) => void

const weekdayCodes: Record<string, string> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
}

/** Ohana’s files by their name, and what each of them is in the standard. */
export const ohanaTables: Record<string, OhanaTable> = {
  organizations: {
    table: 'organization',
    needed: ['id', 'name'],
    columns: {
      id: 'id',
      name: 'name',
      alternate_name: 'alternate_name',
      description: 'description',
      email: 'email',
      website: 'website',
      tax_id: 'tax_id',
      tax_status: 'tax_status',
      legal_status: 'legal_status',
    },
  },
  locations: {
    table: 'location',
    needed: ['id', 'organization_id', 'name'],
    columns: {
      id: 'id',
      organization_id: 'organization_id',
      name: 'name',
      alternate_name: 'alternate_name',
      description: 'description',
      transportation: 'transportation',
      latitude: 'latitude',
      longitude: 'longitude',
      website: 'url',
      accessibility: '',
      languages: '',
      virtual: '',
    },
    spread: (cells, add, row) => {
      row.values['location_type'] = cells['virtual'] === 'true' ? 'virtual' : 'physical'
      const place = { location_id: cells['id'] ?? '' }
      for (const language of listOf(cells['languages'])) {
        add('language', { ...place, name: language, code: findLanguageCode(language) }, 'languages')
      }
      for (const code of listOf(cells['accessibility'])) {
        add('accessibility', { ...place, description: code }, 'accessibility')
      }
    },
  },
  services: {
    table: 'service',
    needed: ['id', 'location_id', 'name', 'status'],
    columns: {
      id: 'id',
      location_id: '',
      name: 'name',
      alternate_name: 'alternate_name',
      description: 'description',
      website: 'url',
      email: 'email',
      status: 'status',
      application_process: 'application_process',
      audience: 'audience',
      eligibility: 'eligibility_description',
      fees: 'fees_description',
      interpretation_services: 'interpretation_services',
      keywords: 'keywords',
      wait_time: 'wait_time',
      languages: '',
      required_documents: '',
      service_areas: '',
      taxonomy_ids: '',
    },
    spread: (cells, add) => {
      const id = cells['id'] ?? ''
      add(
        'service_at_location',
        { service_id: id, location_id: cells['location_id'] ?? '' },
        'location_id',
      )
      for (const language of listOf(cells['languages'])) {
        add(
          'language',
          { service_id: id, name: language, code: findLanguageCode(language) },
          'languages',
        )
      }
      for (const document of listOf(cells['required_documents'])) {
        add('required_document', { service_id: id, document }, 'required_documents')
      }
      for (const area of listOf(cells['service_areas'])) {
        add('service_area', { service_id: id, name: area }, 'service_areas')
      }
      for (const term of listOf(cells['taxonomy_ids'])) {
        add(
          'attribute',
          { link_id: id, link_entity: 'service', taxonomy_term_id: term },
          'taxonomy_ids',
        )
      }
    },
  },
  addresses: addressTable('physical'),
  mail_addresses: addressTable('postal'),
  phones: {
    table: 'phone',
    needed: ['id', 'number'],
    columns: {
      id: 'id',
      contact_id: 'contact_id',
      location_id: 'location_id',
      organization_id: 'organization_id',
      service_id: 'service_id',
      country_prefix: '',
      department: 'description',
      extension: 'extension',
      number: 'number',
      number_type: 'type',
    },
    spread: (cells, _add, row) => {
      const prefix = cells['country_prefix'] ?? ''
      if (prefix !== '') row.values['number'] = `${prefix} ${cells['number'] ?? ''}`
    },
  },
  contacts: {
    table: 'contact',
    needed: ['id', 'name'],
    columns: {
      id: 'id',
      location_id: 'location_id',
      organization_id: 'organization_id',
      service_id: 'service_id',
      name: 'name',
      title: 'title',
      email: 'email',
      department: 'department',
    },
  },
  regular_schedules: {
    table: 'schedule',
    needed: ['id', 'weekday', 'opens_at', 'closes_at'],
    columns: {
      id: 'id',
      location_id: 'location_id',
      service_id: 'service_id',
      weekday: 'byday',
      opens_at: 'opens_at',
      closes_at: 'closes_at',
    },
    spread: (cells, _add, row) => {
      const weekday = cells['weekday'] ?? ''
      row.values['freq'] = 'WEEKLY'
      row.values['byday'] = weekdayCodes[weekday.toLowerCase()] ?? weekday
    },
  },
  holiday_schedules: {
    table: 'schedule',
    needed: ['id', 'start_date', 'end_date', 'closed'],
    columns: {
      id: 'id',
      location_id: 'location_id',
      service_id: 'service_id',
      start_date: 'valid_from',
      end_date: 'valid_to',
      closed: 'closed',
      opens_at: 'opens_at',
      closes_at: 'closes_at',
    },
    spread: (cells, _add, row, errors) => {
      row.values['id'] = `holiday-${cells['id'] ?? ''}`
      for (const [column, standard] of [
        ['start_date', 'valid_from'],
        ['end_date', 'valid_to'],
      ] as const) {
        const written = cells[column] ?? ''
        if (written === '') continue
        const read = readOhanaDay(written)
        if ('problem' in read) {
          errors.push(problemAt(row, standard, read.problem, { found: written }))
          row.values[standard] = ''
          continue
        }
        row.values[standard] = read.day
        if ('everyYear' in read && read.everyYear) row.values['every_year'] = 'true'
      }
    },
  },
  taxonomy: {
    table: 'taxonomy_term',
    needed: ['taxonomy_id', 'name'],
    columns: { taxonomy_id: 'id', name: 'name', parent_id: 'parent_id', parent_name: '' },
    spread: (cells, _add, row) => {
      row.values['code'] = cells['taxonomy_id'] ?? ''
      row.values['taxonomy'] = 'Open Eligibility'
    },
  },
}

function addressTable(kind: 'physical' | 'postal'): OhanaTable {
  return {
    table: 'address',
    needed: ['id', 'location_id', 'address_1', 'city'],
    columns: {
      id: 'id',
      location_id: 'location_id',
      attention: 'attention',
      address_1: 'address_1',
      address_2: 'address_2',
      city: 'city',
      state_province: 'state_province',
      postal_code: 'postal_code',
      country: 'country',
    },
    spread: (cells, _add, row) => {
      row.values['address_type'] = kind
      if (kind === 'postal') row.values['id'] = `mail-${cells['id'] ?? ''}`
    },
  }
}

/** `Spanish, Chinese (Mandarin)` → two names; a comma inside brackets does not divide. */
function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
