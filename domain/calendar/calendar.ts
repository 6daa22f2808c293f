/** The calendars a reader may choose; days themselves are kept as ISO strings. */
export const calendars = ['jalali', 'gregorian'] as const
export type Calendar = (typeof calendars)[number]
