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
  /** Whether a mail server is named. */
  mails: boolean
  /** What other rooms put into a new agency, in the transaction that makes it. */
  fillAgency: (tx: Transaction, made: NewAgency) => Promise<void>
  /** Fills the agency with made-up cases; absent where the server may not act as the owner. */
  fillWithDemo?: ((agencyId: string) => Promise<void>) | undefined
}
