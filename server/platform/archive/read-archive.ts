import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ArchiveUnreadable } from './archive-unreadable.ts'
import { countLines } from './copy-out.ts'
import { decrypt } from './encryption.ts'
import { readFrames } from './frames.ts'
import type { Frame } from './frames.ts'
import { manifest, preface, tableEnd, tableHead } from './manifest.ts'
import type { Manifest, Preface, TableEnd, TableHead } from './manifest.ts'

/** Takes in an archive as it is read. */
export type Receiver = {
  preface?: (preface: Preface) => Promise<void>
  /** Must read `rows` to their end. */
  table?: (head: TableHead, rows: AsyncIterable<Buffer>) => Promise<void>
}

/**
 * Reads an archive from its first byte to its last, handing its parts to `receiver`, and holds what
 * it read against every count and hash. Resolves only if all is as it was written.
 */
export async function readArchive(
  file: string,
  passphrase: string,
  receiver: Receiver = {},
): Promise<{ preface: Preface; manifest: Manifest }> {
  const bytes = createReadStream(file, { highWaterMark: 262_144 })
  const unpacked = Readable.from(decrypt(bytes as AsyncIterable<Buffer>, passphrase))
  const gunzip = createGunzip()
  unpacked.on('error', (error) => gunzip.destroy(error))
  const frames = readFrames(unpacked.pipe(gunzip) as AsyncIterable<Buffer>)
  try {
    return await readParts(frames, receiver)
  } finally {
    await frames.return(undefined)
    unpacked.destroy()
    bytes.destroy()
  }
}

async function readParts(
  frames: AsyncGenerator<Frame>,
  receiver: Receiver,
): Promise<{ preface: Preface; manifest: Manifest }> {
  const first = preface.safeParse(says(await next(frames), 'preface'))
  if (!first.success) throw new ArchiveUnreadable('The archive is of a newer version of Peyvand.')
  await receiver.preface?.(first.data)
  const ends: Record<string, TableEnd> = {}
  for (;;) {
    const frame = await next(frames)
    if (frame.kind === 'manifest') {
      const last = manifest.parse(frame.says)
      if (JSON.stringify(last.tables) !== JSON.stringify(ends)) throw disagrees('its contents')
      return { preface: first.data, manifest: last }
    }
    const head = tableHead.parse(says(frame, 'table'))
    ends[head.table] = await readTable(frames, head, receiver)
  }
}

async function readTable(
  frames: AsyncGenerator<Frame>,
  head: TableHead,
  receiver: Receiver,
): Promise<TableEnd> {
  const hash = createHash('sha256')
  let rows = 0
  let written: TableEnd | undefined
  async function* content(): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await next(frames)
      if (frame.kind !== 'data') {
        written = tableEnd.parse(says(frame, 'end'))
        return
      }
      hash.update(frame.bytes)
      rows += countLines(frame.bytes)
      yield frame.bytes
    }
  }
  const source = content()
  if (receiver.table) await receiver.table(head, source)
  else for await (const piece of source) void piece
  const read = { rows, sha256: hash.digest('hex') }
  if (written?.rows !== rows || written.sha256 !== read.sha256) throw disagrees(head.table)
  return read
}

async function next(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const { value, done } = await frames.next()
  if (done) throw new ArchiveUnreadable('The archive ends before its list of contents.')
  return value
}

function says(frame: Frame, kind: Frame['kind']): unknown {
  if (frame.kind === kind && frame.kind !== 'data') return frame.says
  throw disagrees('its order')
}

function disagrees(what: string): ArchiveUnreadable {
  return new ArchiveUnreadable(`The archive does not agree with itself about ${what}.`)
}
