import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { promisify } from 'node:util'
import { ArchiveUnreadable } from './archive-unreadable.ts'
import { ByteReader } from './byte-reader.ts'

// magic · salt 16 · log2 N, r, p · proof 16, then chunks: length 4 · ciphertext · tag 16
const magic = Buffer.from('PEYVAND ARCHIVE 1\n')
const saltBytes = 16
const proofBytes = 16
const tagBytes = 16
const chunkBytes = 65_536
/** About 128 MB and half a second for each guess. */
const usualCost = { logN: 17, r: 8, p: 1 }

type Cost = typeof usualCost
type Opened = { key: Buffer; header: Buffer }

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/**
 * Encrypts a stream under a passphrase: scrypt, then AES-256-GCM in chunks. The number of a chunk
 * and whether it is the last are part of its nonce, so none can be moved, dropped or cut off.
 */
export async function* encrypt(
  source: AsyncIterable<Buffer>,
  passphrase: string,
  cost = usualCost,
): AsyncGenerator<Buffer> {
  const { key, header } = await openNew(passphrase, cost)
  yield header
  const reader = new ByteReader(source)
  for (let number = 0; ; number++) {
    const plain = await reader.take(chunkBytes)
    const last = await reader.isAtEnd()
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
    cipher.setAAD(header)
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length)
    yield length
    yield sealed
    if (last) return
  }
}

/** The way back; throws `ArchiveUnreadable` before it gives out a byte that was not written so. */
export async function* decrypt(
  source: AsyncIterable<Buffer>,
  passphrase: string,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source)
  const { key, header } = await openWritten(reader, passphrase)
  for (let number = 0; ; number++) {
    const start = reader.position
    const length = await reader.take(4)
    if (length.length < 4) throw cutOff()
    const size = length.readUInt32BE()
    if (size < tagBytes || size > chunkBytes + tagBytes) throw damaged(start)
    const sealed = await reader.take(size)
    if (sealed.length < size) throw cutOff()
    const last = await reader.isAtEnd()
    const plain = unseal(key, header, number, last, sealed)
    if (plain) yield plain
    else if (last && unseal(key, header, number, false, sealed)) throw cutOff()
    else throw damaged(start)
    if (last) return
  }
}

function unseal(
  key: Buffer,
  header: Buffer,
  number: number,
  last: boolean,
  sealed: Buffer,
): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last))
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

// The key belongs to this file alone (fresh salt), so a counter never repeats under it.
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 2, 6)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

async function openNew(passphrase: string, cost: Cost): Promise<Opened> {
  const start = Buffer.concat([
    magic,
    randomBytes(saltBytes),
    Buffer.from([cost.logN, cost.r, cost.p]),
  ])
  const { key, proof } = await deriveKeys(passphrase, start, cost)
  return { key, header: Buffer.concat([start, proof]) }
}

async function openWritten(reader: ByteReader, passphrase: string): Promise<Opened> {
  const found = await reader.take(magic.length)
  if (!found.equals(magic)) throw new ArchiveUnreadable('This file is not an archive of Peyvand.')
  const rest = await reader.take(saltBytes + 3)
  const proof = await reader.take(proofBytes)
  if (proof.length < proofBytes) throw cutOff()
  const [logN = 0, r = 0, p = 0] = rest.subarray(saltBytes)
  if (logN < 10 || logN > 20 || r < 1 || r > 16 || p < 1 || p > 4) throw damaged(magic.length)
  const start = Buffer.concat([found, rest])
  const derived = await deriveKeys(passphrase, start, { logN, r, p })
  if (!timingSafeEqual(derived.proof, proof)) {
    throw new ArchiveUnreadable(
      'The passphrase does not open this archive, or its first bytes are damaged.',
    )
  }
  return { key: derived.key, header: Buffer.concat([start, proof]) }
}

async function deriveKeys(
  passphrase: string,
  start: Buffer,
  { logN, r, p }: Cost,
): Promise<{ key: Buffer; proof: Buffer }> {
  const salt = start.subarray(magic.length, magic.length + saltBytes)
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r }
  const derived = await derive(passphrase.normalize('NFC'), salt, 64, options)
  const proof = createHmac('sha256', derived.subarray(32)).update(start).digest()
  return { key: derived.subarray(0, 32), proof: proof.subarray(0, proofBytes) }
}

function cutOff(): ArchiveUnreadable {
  return new ArchiveUnreadable('The archive is cut off before its end.')
}

function damaged(position: number): ArchiveUnreadable {
  return new ArchiveUnreadable(`The archive is damaged after byte ${position}.`)
}
