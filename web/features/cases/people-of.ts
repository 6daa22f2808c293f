import type { CaseFile } from './case-frame.tsx'

/** Everybody on the case, with his or her part; the client first. */
export function peopleOf({ client, household }: CaseFile) {
  return [{ ...client, part: 'client' }, ...household]
}
