import { expect, test } from 'vitest'
import { readFiles } from './read-files.ts'

const file = (name: string, ...bytes: Uint8Array<ArrayBuffer>[]) => new File(bytes, name)
const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text))

test('files in UTF-8 are read, a byte order mark is left out', async () => {
  const mark = new Uint8Array([0xef, 0xbb, 0xbf])
  expect(await readFiles([file('organizations.csv', mark, utf8('id,name\n۱,خانهٔ مهر'))])).toEqual({
    files: [{ name: 'organizations.csv', text: 'id,name\n۱,خانهٔ مهر' }],
    errors: [],
  })
})

test('a file in another encoding is named before anything is sent', async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x69, 0, 0x64, 0])
  const { errors } = await readFiles([file('a.csv', utf8('id')), file('b.csv', utf16)])
  expect(errors).toMatchObject([{ file: 'b.csv', code: 'encoding_utf16' }])
})

test('a file of 100 MB is refused with its size, and not read', async () => {
  const huge = file('services.csv', ...Array.from({ length: 100 }, () => new Uint8Array(1_000_000)))
  expect(await readFiles([file('a.csv', utf8('id')), huge])).toMatchObject({
    files: [],
    errors: [
      { file: 'services.csv', code: 'file_too_large', detail: { megabytes: 101, most: 18 } },
    ],
  })
})
