import type { CaseFile } from '../cases/case-frame.tsx'
import type { Assessment } from './types.ts'

/** Whether the reader may write this assessment: its data group, on an open case. */
export function mayWriteIn(file: CaseFile, { dataGroup }: Assessment): boolean {
  return file.mayWrite && file.status === 'open' && file.myGroups.includes(dataGroup)
}
