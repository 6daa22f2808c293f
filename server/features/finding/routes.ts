import * as contract from '@peyvand/domain/finding/contract.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { findMine } from './find-mine.ts'
import { searchCaseFile, searchMyFiles } from './search-file.ts'

export const findingRoutes: Route[] = [
  staffRoute(contract.findMine, async (act, { query }) => findMine(act, query.words)),

  staffRoute(contract.searchCaseFile, async (act, { params, query }) =>
    searchCaseFile(act, params.caseId, query.words),
  ),

  staffRoute(contract.searchMyFiles, async (act, { query }) =>
    searchMyFiles(act, query.words, query.before),
  ),
]
