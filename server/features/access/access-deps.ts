import type { Database, Transaction } from '../../platform/db/database.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'

export interface NewAgency {
  agencyId: string
  administratorId: string
  language: 'fa' | 'en'
  start: 'demo' | 'empty'
}

export interface AccessDeps {
  database: Database
  clock: () => string
  signIn: SignIn
  /** What other rooms put into a new agency, in the transaction that makes it. */
  fillAgency?: (tx: Transaction, made: NewAgency) => Promise<void>
}
