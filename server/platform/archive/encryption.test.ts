import { beforeAll, expect, test } from 'vitest'
import { decrypt, encrypt } from './encryption.ts'

const passphrase = 'چهار اسب زیر باران'

async function* inPieces(bytes: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}

// The cost of guessing does not matter here, and stands in the file.
const close = (bytes: Buffer) =>
  collect(encrypt(inPieces(bytes), passphrase, { logN: 10, r: 8, p: 1 }))
const open = (sealed: Buffer, words = passphrase) => collect(decrypt(inPieces(sealed), words))

const plain = Buffer.from('پرونده '.repeat(20_000))
let sealed: Buffer
beforeAll(async () => {
  sealed = await close(plain)
})

test.each([0, 1, 65_536, 131_072, 131_073])('%i bytes come back as they were', async (length) => {
  const bytes = plain.subarray(0, length)
  expect((await open(await close(bytes))).equals(bytes)).toBe(true)
})

test('nothing of what was written can be read without the passphrase', async () => {
  expect(sealed.includes(Buffer.from('پرونده'))).toBe(false)
  await expect(open(sealed, 'چهار اسب زیر برف')).rejects.toThrow(/passphrase does not open/)
})

test('a passphrase typed with other keys for the same letters opens it', async () => {
  const words = 'café au lait noir'
  const short = await collect(encrypt(inPieces(plain.subarray(0, 9)), words.normalize('NFC')))
  expect(await open(short, words.normalize('NFD'))).toHaveLength(9)
})

test('cut off anywhere, it says so', async () => {
  const firstChunkEnds = 18 + 16 + 3 + 16 + 4 + 65_536 + 16
  for (const length of [60, 1000, firstChunkEnds, firstChunkEnds + 2, sealed.length - 1]) {
    await expect(open(sealed.subarray(0, length)), String(length)).rejects.toThrow(/cut off/)
  }
})

test('a single changed bit anywhere is found', async () => {
  for (const at of [0, 20, 35, 40, 53, 54, 60, 70_000, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    await expect(open(changed), String(at)).rejects.toThrow(
      /damaged|passphrase does not open|not an archive|cut off/,
    )
  }
})

test('chunks that changed places are found', async () => {
  const start = 18 + 16 + 3 + 16
  const size = 4 + 65_536 + 16
  const [header, first, second, rest] = [
    sealed.subarray(0, start),
    sealed.subarray(start, start + size),
    sealed.subarray(start + size, start + 2 * size),
    sealed.subarray(start + 2 * size),
  ]
  await expect(open(Buffer.concat([header, second, first, rest]))).rejects.toThrow(/damaged/)
  await expect(open(Buffer.concat([sealed, Buffer.from('more')]))).rejects.toThrow(/damaged|cut/)
})
