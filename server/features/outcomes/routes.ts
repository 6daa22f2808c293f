import { sql } from 'kysely'
import { askForSummaries, readSummary } from '@peyvand/domain/outcomes/contract.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { readSummaryOf } from './read-summary.ts'
import { reckonSummariesJob } from './reckon-summaries.job.ts'

export const outcomesRoutes: Route[] = [
  staffRoute(readSummary, (act, { query }) => readSummaryOf(act, query.topic)),
  staffRoute(askForSummaries, async ({ tx, actor: { agencyId } }) => {
    await sql`select ask_for_summaries()`.execute(tx)
    await enqueue(tx, reckonSummariesJob, { agencyId }, `reckon-summaries ${agencyId}`)
    return {}
  }),
]
