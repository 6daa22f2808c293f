import type { SignIn } from '../../platform/sign-in/sign-in.ts'

/** A step of signing in, on the audit trail: who, if known, and how it ended. */
export async function noteStep(
  { pool }: SignIn,
  step: { userId: string | undefined; name: string; outcome: string; requestId: string },
): Promise<void> {
  await pool.query('select app.note_sign_in($1, $2, $3, $4)', [
    step.userId ?? null,
    step.name,
    step.outcome,
    step.requestId,
  ])
}
