import type { Chance } from '../../server/demo/chance.ts'

const hex = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'))
const word = (bits: number) => hex[bits & 0xffff] ?? ''

/** A UUIDv7 of that moment, in milliseconds since 1970, its other bits from the same chance. */
export function makeId(chance: Chance, time: number): string {
  const high = Math.floor(time / 0x1_0000_0000)
  const low = time % 0x1_0000_0000
  const a = (chance.next() * 0x1_0000_0000) | 0
  const b = (chance.next() * 0x1_0000_0000) | 0
  const c = (chance.next() * 0x1_0000_0000) | 0
  const third = word((a & 0x0fff) | 0x7000)
  const fourth = word(((a >>> 16) & 0x3fff) | 0x8000)
  return `${word(high)}${word(low >>> 16)}-${word(low)}-${third}-${fourth}-${word(b)}${word(b >>> 16)}${word(c)}`
}
