/** Protocols that an answer opens at once, before any score is read. */
export const protocols = ['suicide_risk'] as const
export type Protocol = (typeof protocols)[number]

/** Public crisis lines in Iran, in the order they are offered: social emergency, ambulance, police. */
export const crisisLines = [
  { number: '123', code: 'social_emergency' },
  { number: '115', code: 'ambulance' },
  { number: '110', code: 'police' },
] as const

/** Whether the meaning of a score is still held back: a protocol is open and nobody has asked yet. */
export function scoreWaits(protocol: { opened: readonly string[]; at: string | null }): boolean {
  return protocol.opened.length > 0 && protocol.at === null
}
