const perDay = 86_400_000

export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / perDay)

const texts = new Map<number, string>()

/** The ISO day of a number of days since 1970. */
export function dayText(day: number): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(day * perDay).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

/** A moment of that day during office hours in Tehran, in milliseconds. */
export const momentOf = (day: number, minute: number): number =>
  day * perDay + (330 + Math.floor(minute)) * 60_000

const clock = Array.from({ length: 1440 }, (_, minute) => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`
})

/** ISO 8601, to the minute. */
export function instantText(moment: number): string {
  const day = Math.floor(moment / perDay)
  return dayText(day) + (clock[Math.floor((moment - day * perDay) / 60_000)] ?? '')
}
