import { expect, test } from 'vitest'
import { readValues, substitute } from './statements.ts'

test('the values of a statement are read from the log as they were sent', () => {
  expect(
    readValues(`Parameters: $1 = 'it''s, $9 = ''x''', $2 = NULL, $3 = '{a,b}', $4 = ''`),
  ).toEqual([`it's, $9 = 'x'`, null, '{a,b}', ''])
})

test('the same statements about another case name it wherever the first one was named', () => {
  const statements = [
    { from: 'web' as const, text: 'select $1, $2', values: ['{one}', '{"id":"one"}', null] },
    { from: 'web' as const, text: 'commit' },
  ]
  expect(substitute(statements, new Map([['one', 'two']]))).toEqual([
    { from: 'web', text: 'select $1, $2', values: ['{two}', '{"id":"two"}', null] },
    { from: 'web', text: 'commit', values: undefined },
  ])
})
