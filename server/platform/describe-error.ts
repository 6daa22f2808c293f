type Described = {
  type: string
  message?: string
  code?: string
  table?: string
  constraint?: string
  stack?: string
  cause?: Described
}

// PostgreSQL quotes the refused value in the messages of these classes.
const quotingClasses = /^(22|23|P0)/

/** An error as the log may hold it: what went wrong and where, never the value that was refused. */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, table, constraint, severity } = error as Error & Record<string, unknown>
  const fromDatabase = typeof severity === 'string'
  const quotes = fromDatabase && typeof code === 'string' && quotingClasses.test(code)
  return {
    type: error.name,
    message: quotes ? undefined : error.message,
    code: typeof code === 'string' ? code : undefined,
    table: typeof table === 'string' ? table : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    stack: framesOf(error),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}

function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim())
    .join('\n')
}
