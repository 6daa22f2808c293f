import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readWaitingLine } from '@peyvand/domain/intake/contract.ts'
import { useWords } from '../../platform/words.tsx'

type Places = AnswerOf<typeof readWaitingLine>['places']

/** How full a programme is, as one sentence. */
export function PlacesLine({ places }: { places: Places }) {
  const t = useWords()
  const { capacity, open, left, waiting } = places
  if (capacity === null || left === null) return t('intake.places.noLimit', { open, waiting })
  return left > 0
    ? t('intake.places.free', { left, capacity, waiting })
    : t('intake.places.fullOf', { capacity, open, waiting })
}
