let aheadBy = 0

/** The server's clock counts: a device that is a day off must not make things late. */
export function noteServerTime(dateHeader: string | null) {
  if (!dateHeader) return
  const server = Date.parse(dateHeader)
  if (Number.isNaN(server)) return
  const difference = Date.now() - server
  aheadBy = Math.abs(difference) > 60_000 ? difference : 0
}

/** This moment by the server's clock, as far as the device knows it. */
export function now(): Date {
  return new Date(Date.now() - aheadBy)
}

/** Today's day, `YYYY-MM-DD`, in an IANA zone. */
export function todayIn(timeZone: string): string {
  return dayOf(now(), timeZone)
}

/** The day, `YYYY-MM-DD`, on which a moment falls in an IANA zone. */
export function dayOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
