import { expect, test } from 'vitest'
import { readFindWords } from './read-find-words.ts'

test.each([
  ['مریم میرنیا', { name: 'مریم میرنیا' }],
  ['۰۰۱۲۳۴۵۶۷۹', { name: '', nationalId: '0012345679' }],
  ['0912 123 4567', { name: '', phone: '+989121234567' }],
  ['+98 (912) 123-45-67', { name: '', phone: '+989121234567' }],
  ['مریم ۰۹۱۲۱۲۳۴۵۶۷', { name: 'مریم', phone: '+989121234567' }],
  ['۱۴۰۵-۰۰۱۲', { name: '', caseNumber: '1405-0012' }],
  ['مریم میرنیا ۱۳۶۷/۱/۲۱', { name: 'مریم میرنیا', born: { on: '1988-04-10', precision: 'day' } }],
  [
    'Maryam Mirnia 1988-04-10',
    { name: 'Maryam Mirnia', born: { on: '1988-04-10', precision: 'day' } },
  ],
  ['مریم ۲۱ فروردین ۱۳۶۷', { name: 'مریم', born: { on: '1988-04-10', precision: 'day' } }],
  ['مریم ۱۳۶۷', { name: 'مریم', born: { on: '1988-03-21', precision: 'year' } }],
  ['', { name: '' }],
])('%s', (typed, read) => {
  expect(readFindWords(typed)).toEqual(read)
})
