/** The calendars a reader may choose; days themselves are kept as ISO strings. */
export const calendars = ['persian', 'gregory'] as const
export type Calendar = (typeof calendars)[number]
