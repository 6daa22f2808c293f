import { refusals } from '@peyvand/domain/refusals.ts'
import type { RefusalCode, RefusalFacts } from '@peyvand/domain/refusals.ts'
import { Malformed } from './malformed.ts'
import { Refused } from './refused.ts'

const notReachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
  '53200',
  '25P03',
  '55P03',
  '57014',
])

/** What a function told along with its refusal, as an object of plain values. */
function factsOf(error: object): RefusalFacts {
  const told = 'detail' in error && typeof error.detail === 'string' ? error.detail : '{}'
  return JSON.parse(told) as RefusalFacts
}

/** What the database says, in our own words: refusals raised by functions, policies and keys. */
export function understandError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refused || error instanceof Malformed) {
    return error
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('PV') && error.message in refusals) {
    return new Refused(error.message as RefusalCode, factsOf(error))
  }
  switch (code) {
    case '23505':
      return new Refused('already_exists')
    case '23503':
    case '42501': // the policy refused the row: hidden and absent are the same
      return new Refused('not_found')
    case '53100':
      return new Refused('storage_full')
    case '40001':
    case '40P01':
      return new Refused('busy')
    default:
      return notReachable.has(code) ||
        /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(
          error.message,
        )
        ? new Refused('busy')
        : error
  }
}
