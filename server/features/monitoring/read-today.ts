import { addDays } from '@peyvand/domain/calendar/day.ts'
import { norms } from '@peyvand/domain/monitoring/norms.ts'
import type { Act } from '../../platform/access/act.ts'
import { narrowToCases } from '../../platform/access/open-act.ts'
import { listDueKeys, listTodayItems } from './today-store.ts'

const most = 200

/** What needs me: names the items first, narrows to their cases, then reads all about them. */
export async function readToday({ tx, today, audited }: Act, whose: 'mine' | 'all') {
  const until = addDays(today, norms.ahead)
  const found = await listDueKeys(tx, { whose, until, limit: most + 1 })
  const keys = found.slice(0, most)
  const cases = [...new Set(keys.map(({ caseId }) => caseId))]
  for (const caseId of cases) audited.cases.add(caseId)
  await narrowToCases(tx, cases)
  return { today, items: await listTodayItems(tx, keys), more: found.length > most }
}
