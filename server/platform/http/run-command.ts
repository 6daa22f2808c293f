import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import { json } from '../db/database.ts'
import { Refused } from './refused.ts'

interface Command {
  id: string
  endpoint: string
  /** What the command says: path, body or file bytes. */
  says: string | Buffer
  /** Whether the first answer may be told again; the policies knew only of the first time. */
  mayHearAgain?: () => Promise<boolean>
}

/**
 * Runs a command once. A repeat (a lost reply, a double click, another device's outbox) gets the
 * first answer, or once that is forgotten, the day on which its id was used; until then the same id
 * with other words is refused. The row is inserted first, so that two at once wait for one another at its key.
 */
export async function runCommand(
  {
    tx,
    by,
  }: { tx: Transaction; /** The worker, or the token of a partner's system. */ by: string },
  command: Command,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const bodyHash = createHash('sha256').update(command.says).digest()
  const inserted = await tx
    .insertInto('command')
    .values({ id: command.id, userId: by, endpoint: command.endpoint, bodyHash })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const first = await tx
      .selectFrom('command')
      .select([
        'endpoint',
        'bodyHash',
        'answer',
        'at',
        sql<boolean>`answer is null`.as('isForgotten'),
      ])
      .where('id', '=', command.id)
      .executeTakeFirst()
    const isSame = first?.endpoint === command.endpoint && first.bodyHash.equals(bodyHash)
    if (!first || !(isSame || first.isForgotten)) throw new Refused('command_reused')
    if (command.mayHearAgain && !(await command.mayHearAgain())) throw new Refused('not_found')
    if (first.isForgotten) throw new Refused('done_before', { when: first.at })
    return first.answer
  }
  const answer = await work()
  await tx
    .updateTable('command')
    .set({ answer: json(answer ?? null) })
    .where('id', '=', command.id)
    .execute()
  return answer
}
