import type { BornPrecision } from '@peyvand/domain/people/person.ts'

/** What is typed before anyone is registered. */
export interface LookUpTyped {
  name: string
  fatherName: string
  bornOn: string | null
  bornPrecision: BornPrecision
  nationalId: string
  phone: string
}

export const nothingTyped: LookUpTyped = {
  name: '',
  fatherName: '',
  bornOn: null,
  bornPrecision: 'unknown',
  nationalId: '',
  phone: '',
}
