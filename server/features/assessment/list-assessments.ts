import type { Act } from '../../platform/access/act.ts'
import { listAssessmentRows, listPeopleOfCase, listWritableGroups } from './assessment-store.ts'
import { loadInstruments } from './load-instruments.ts'
import { presentSummary } from './present-assessment.ts'

export async function listAssessments({ tx }: Act, caseId: string) {
  const rows = await listAssessmentRows(tx, caseId)
  const instruments = await loadInstruments(
    tx,
    rows.map(({ instrumentId }) => instrumentId),
  )
  return {
    assessments: rows.flatMap((row) => {
      const instrument = instruments.get(row.instrumentId)
      return instrument ? [presentSummary(row, instrument)] : []
    }),
    people: await listPeopleOfCase(tx, caseId),
    writableGroups: await listWritableGroups(tx, caseId),
  }
}
