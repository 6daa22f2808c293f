import { ArchiveUnreadable } from './archive-unreadable.ts'
import { ByteReader } from './byte-reader.ts'

/** An archive, once decrypted and unpacked, is a row of frames: kind 1 byte · length 4 · content. */
export type Frame =
  | { kind: 'preface' | 'table' | 'end' | 'manifest'; says: unknown }
  | { kind: 'data'; bytes: Buffer }

const kinds = ['preface', 'table', 'data', 'end', 'manifest'] as const
const longest = 64 * 1024 * 1024

export function writeFrame(frame: Frame): Buffer {
  const content = frame.kind === 'data' ? frame.bytes : Buffer.from(JSON.stringify(frame.says))
  const head = Buffer.alloc(5)
  head.writeUInt8(kinds.indexOf(frame.kind))
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}

export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const reader = new ByteReader(source)
  try {
    while (!(await reader.isAtEnd())) {
      const head = await reader.take(5)
      const kind = kinds[head[0] ?? 255]
      const length = head.length === 5 ? head.readUInt32BE(1) : longest + 1
      if (!kind || length > longest) throw unknownFrame()
      const content = await reader.take(length)
      if (content.length < length) throw unknownFrame()
      if (kind === 'data') yield { kind, bytes: content }
      else yield { kind, says: JSON.parse(content.toString()) as unknown }
    }
  } finally {
    await reader.close()
  }
}

function unknownFrame(): ArchiveUnreadable {
  return new ArchiveUnreadable(
    'The archive was not written by a version of Peyvand that this one knows.',
  )
}
