import type { Language } from '../../platform/settings.ts'
import type { Option } from '../../ui/option.tsx'

const made = new Map<Language, Option[]>()

/** Every time zone with its name in the reader's language; Tehran's stands first. */
export function timeZoneOptions(language: Language): Option[] {
  const known = made.get(language)
  if (known) return known
  const zones = new Set(['Asia/Tehran', ...Intl.supportedValuesOf('timeZone'), 'UTC'])
  const options = Array.from(zones, (zone) => ({
    value: zone,
    label: `${zone.replaceAll('_', ' ')} · ${nameOf(zone, language)}`,
  }))
  made.set(language, options)
  return options
}

function nameOf(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}
