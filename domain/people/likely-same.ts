import { z } from 'zod'
import { id } from '../contract.ts'
import { sameReasons } from './judge-same.ts'
import { bornPrecisions } from './person.ts'
import { sexes } from './kinship.ts'

/** As much of a person as tells whether two rows are one. */
export const personCompared = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  otherNames: z.array(z.string()),
  fatherName: z.string(),
  sex: z.enum(sexes),
  bornOn: z.string().nullable(),
  bornPrecision: z.enum(bornPrecisions),
  nationalId: z.string(),
  phones: z.array(z.string()),
  /** Numbers of the cases of mine this row is part of. */
  cases: z.array(z.object({ id, number: z.string() })),
})

export const reason = z.enum(sameReasons)
