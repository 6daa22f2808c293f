import { useWords } from '../../platform/words.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { nameOf } from '../cases/names.ts'
import type { Action } from './types.ts'

/** Who carries an action out, by name where one is known. */
export function useActorWords(): (
  action: Pick<Action, 'who' | 'whoName'>,
  file: CaseFile,
) => string {
  const t = useWords()
  return ({ who, whoName }, file) => {
    if (who === 'client') return nameOf(file.client)
    return whoName === '' ? t(`planning.who.${who}`) : whoName
  }
}
