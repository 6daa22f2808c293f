import type { GoalAnswer, Limit } from '@peyvand/domain/planning/agreement.ts'
import { goalAnswer, limitKinds, signature } from '@peyvand/domain/planning/agreement.ts'
import { z } from 'zod'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

const limitKind = z.enum(limitKinds)

/** Answers to an edition, newest first. */
export async function listAgreements(tx: Transaction, caseId: string, planId: string) {
  const rows = await tx
    .selectFrom('planAgreement as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .innerJoin('worker as w', 'w.id', 'a.createdBy')
    .select([
      'a.id',
      'a.answer',
      'a.how',
      'a.signature',
      'a.words',
      'a.goalAnswers',
      'a.limitKind',
      'a.limitWords',
      'a.limitDecidedBy',
      'a.planHash',
      'a.answeredOn',
      'p.id as personId',
      'p.givenName',
      'p.familyName',
      'w.fullName as byName',
    ])
    .where('a.caseId', '=', caseId)
    .where('a.planId', '=', planId)
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return rows.map(({ limitKind: kind, limitWords, limitDecidedBy, ...row }) => ({
    ...row,
    signature: row.signature === null ? null : signature.parse(row.signature),
    goalAnswers: z.array(goalAnswer).parse(row.goalAnswers),
    limit:
      kind === null
        ? null
        : { kind: limitKind.parse(kind), words: limitWords, decidedBy: limitDecidedBy },
    hash: row.planHash.toString('hex'),
  }))
}

interface NewAgreement {
  id: string
  caseId: string
  planId: string
  answer: string
  personId: string
  words: string
  answeredOn: string
  createdAt: string
}

export async function insertAgreement(
  tx: Transaction,
  row: NewAgreement,
  told: {
    signature: z.output<typeof signature> | null
    goalAnswers: readonly GoalAnswer[]
    limit: Limit | null
    hash: string
  },
): Promise<void> {
  await tx
    .insertInto('planAgreement')
    .values({
      ...row,
      how: told.signature ? 'signature' : 'recorded_word',
      signature: told.signature && json(told.signature),
      goalAnswers: json(told.goalAnswers),
      limitKind: told.limit?.kind ?? null,
      limitWords: told.limit?.words ?? '',
      limitDecidedBy: told.limit?.decidedBy ?? '',
      planHash: Buffer.from(told.hash, 'hex'),
    })
    .execute()
}
