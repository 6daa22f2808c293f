export type Encoding = 'utf8' | 'utf16' | 'windows_1256' | 'unknown'

/**
 * How a file is written. Only UTF-8 is read, with or without a byte order mark; the others are
 * named, so that the person can be told what to save it as. Windows-1256 is what old Persian and
 * Arabic spreadsheets write: its letters are single bytes above 0xC0 with hardly anything else.
 */
export function recogniseEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf16'
  if (manyZeros(bytes)) return 'utf16'
  if (isUtf8(bytes)) return 'utf8'
  return looksPersian(bytes) ? 'windows_1256' : 'unknown'
}

/** Every other byte of Latin text in UTF-16 is zero. */
function manyZeros(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  return head.length > 1 && head.filter((byte) => byte === 0).length > head.length / 5
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return false
    at += length
  }
  return true
}

/** Bytes of the character that begins here, or 0 where none does (RFC 3629). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  const outside =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f)
  return outside ? 0 : length
}

// Windows-1256: Arabic letters at C0–DF, E1, E3–E6, EC, ED; پ 81, چ 8D, ژ 8E, گ 90, ک 98.
function looksPersian(bytes: Uint8Array): boolean {
  let letters = 0
  let high = 0
  for (const byte of bytes) {
    if (byte < 0x80) continue
    high++
    const arabic =
      (byte >= 0xc0 && byte <= 0xdf && byte !== 0xd7) ||
      byte === 0xe1 ||
      (byte >= 0xe3 && byte <= 0xe6) ||
      byte === 0xec ||
      byte === 0xed ||
      byte === 0x81 ||
      byte === 0x8d ||
      byte === 0x8e ||
      byte === 0x90 ||
      byte === 0x98
    if (arabic) letters++
  }
  return high > 0 && letters / high > 0.8 && longestRun(bytes) >= 3
}

/** Persian stands in words of high bytes; in French or Spanish they stand alone. */
function longestRun(bytes: Uint8Array): number {
  let longest = 0
  let run = 0
  for (const byte of bytes) {
    run = byte >= 0x80 ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}
