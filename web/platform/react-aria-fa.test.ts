import { expect, test } from 'vitest'
import { persianStrings } from './react-aria-fa.ts'

/** The package's types forget that this module has a value. */
const bundle: unknown = await import('react-aria-components/i18n/en-US')
const { default: english } = bundle as { default: Record<string, object> }

test('everything the components say to a screen reader is said in Persian', () => {
  const keys = (strings: Record<string, object>) =>
    Object.fromEntries(
      Object.entries(strings).map(([name, said]) => [name, Object.keys(said).sort()]),
    )
  expect(keys(persianStrings)).toEqual(keys(english))
})
