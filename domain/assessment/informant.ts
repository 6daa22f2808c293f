/** Who answered the questions (پاسخ‌دهنده). */
export const informants = ['client', 'family', 'carer', 'teacher', 'worker', 'other'] as const
export type Informant = (typeof informants)[number]

/** Whether the name of the one who answered is asked: the client and the worker are known. */
export function asksForName(informant: Informant): boolean {
  return informant !== 'client' && informant !== 'worker'
}
