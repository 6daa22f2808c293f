import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog({ write: (line: string) => lines.push(line) }))
  return lines.join('')
}

test('a request is logged by its route, never by its address or body', () => {
  const line = logged((log) =>
    log.info(
      {
        req: {
          id: 'r1',
          method: 'POST',
          url: '/people?name=Zahra',
          body: { name: 'Zahra' },
          headers: { cookie: 'secret' },
          routeOptions: { url: '/people' },
        },
        res: { statusCode: 201, body: 'Zahra' },
        person: 'Zahra',
      },
      'answered',
    ),
  )
  expect(JSON.parse(line)).toMatchObject({
    req: { id: 'r1', method: 'POST', route: '/people' },
    res: { status: 201 },
  })
  expect(line).not.toMatch(/Zahra|secret/)
})

test('an error of the database is logged without the value it refused', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "Zahra"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (given)=(Zahra)',
  })
  const line = logged((log) => log.error({ err: new Error('search failed', { cause: error }) }))
  expect(line).toContain('search failed')
  expect(line).toContain('22P02')
  expect(line).not.toContain('Zahra')
})
