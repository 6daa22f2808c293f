import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recogniseEncoding } from './recognise-encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: number[]) =>
  Uint8Array.from([
    ...mark,
    ...Array.from(text).flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return [code & 0xff, code >> 8]
    }),
  ])

test.each([
  ['UTF-8', utf8('id,name\n1,خانهٔ مهر'), 'utf8'],
  ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('id,نام')]), 'utf8'],
  ['an empty file', utf8(''), 'utf8'],
  ['UTF-16 with its mark', utf16('id,خانهٔ مهر', [0xff, 0xfe]), 'utf16'],
  ['UTF-16 without a mark', utf16('id,name\n1,Omid', []), 'utf16'],
  // «خانه مهر» as old Persian spreadsheets write it
  [
    'Windows-1256',
    Uint8Array.from([...utf8('id,name\n1,'), 0xce, 0xc7, 0xe4, 0xe5, 0x20, 0xe3, 0xe5, 0xd1]),
    'windows_1256',
  ],
  // «Café Müller» in Windows-1252
  [
    'another old encoding',
    Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x4d, 0xfc, 0x6c]),
    'unknown',
  ],
] as const)('%s is recognised', (_name, bytes, expected) => {
  expect(recogniseEncoding(bytes)).toBe(expected)
})

test('every text saved as UTF-8 is taken as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(recogniseEncoding(utf8(text.replaceAll('\0', '')))).toBe('utf8')
    }),
  )
})

test('bytes are taken as UTF-8 only where a strict decoder takes them too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      if (recogniseEncoding(bytes) !== 'utf8') return
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow()
    }),
    { numRuns: 2000 },
  )
})
