/** Whether an emergency access still opens its case at this moment. */
export function isLive(access: { until: string; endedAt: string | null }, now: Date): boolean {
  return access.endedAt === null && Date.parse(access.until) > now.getTime()
}
