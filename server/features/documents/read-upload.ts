import { documentTypes } from '@peyvand/domain/documents/contract.ts'
import { Refused } from '../../platform/http/refused.ts'

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp'])
const mostPixels = 40_000_000

/**
 * What the bytes really are, whatever they were called. Pictures are drawn anew, so that neither
 * hidden code nor the place and camera in their metadata come in with them.
 */
export async function readUpload(bytes: Buffer): Promise<{ contentType: string; content: Buffer }> {
  // Both libraries come with the first document: until then their memory is spared.
  const { fileTypeFromBuffer } = await import('file-type')
  const detected = await fileTypeFromBuffer(bytes)
  const contentType = detected?.mime ?? (isPlainText(bytes) ? 'text/plain' : 'unknown')
  if (!documentTypes.some((type) => type === contentType)) {
    throw new Refused('file_type_not_allowed', { types: documentTypes })
  }
  if (!pictures.has(contentType)) return { contentType, content: bytes }
  try {
    const { default: sharp } = await import('sharp')
    const picture = sharp(bytes, { limitInputPixels: mostPixels }).rotate()
    const content = await picture.toFormat(contentType.slice('image/'.length) as 'jpeg').toBuffer()
    return { contentType, content }
  } catch {
    throw new Refused('file_type_not_allowed', { types: documentTypes })
  }
}

function isPlainText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
