import type { Signature } from '../../ui/signature-pad.tsx'

/** A consent keeps its signature as one text. */
export function writeSignature(given: Signature): string {
  return JSON.stringify(given)
}

/** The signature in that text; a text that is no drawing is a name as it was typed. */
export function readSignature(text: string): Signature | undefined {
  if (text === '') return undefined
  return text.startsWith('{') ? (JSON.parse(text) as Signature) : { kind: 'typed', name: text }
}
