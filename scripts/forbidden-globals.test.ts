import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findForbiddenGlobals } from './forbidden-globals.ts'

function usesIn(file: string, source: string): readonly string[] {
  return findForbiddenGlobals(file, source).map(({ use }) => use)
}

test('the clock is read in kernel/time only', () => {
  const source = 'export const a = Date.now()\nexport const b = new Date()\n'
  assert.deepEqual(usesIn('src/modules/cases/store.ts', source), ['Date.now', 'new Date()'])
  assert.deepEqual(usesIn('src/kernel/time/clock.ts', source), [])
})

test('a date made from a given instant is allowed everywhere', () => {
  assert.deepEqual(usesIn('src/modules/cases/rules.ts', 'export const at = (ms: number) => new Date(ms)\n'), [])
})

test('the environment is read in kernel/config only', () => {
  const source = "export const a = process.env['PORT']\n"
  assert.deepEqual(usesIn('src/kernel/http/server.ts', source), ['process.env'])
  assert.deepEqual(usesIn('src/kernel/config/config.ts', source), [])
})

test('chance that cannot be replayed is allowed nowhere', () => {
  assert.deepEqual(usesIn('src/kernel/draw/draw.ts', 'export const a = Math.random()\n'), ['Math.random'])
})

test('other spellings of the same global are found', () => {
  const source = "export const a = globalThis.Math.random()\nexport const b = Math['random']()\nexport const c = Date()\nexport const d = new Date\n"
  assert.deepEqual(usesIn('src/kernel/draw/draw.ts', source), ['Math.random', 'Math.random', 'Date()', 'new Date()'])
})

test('a finding names its line, also after comments and Chinese text', () => {
  const source = "// 注释\n\nexport const title = '政务服务'\nexport const at = Date.now()\n\n// 完\n"
  assert.deepEqual(findForbiddenGlobals('src/web/page.tsx', source), [{ file: 'src/web/page.tsx', line: 4, use: 'Date.now' }])
})

test('words in text, comments and types are not uses', () => {
  const source = "// Date.now()\nexport const text = 'Math.random()'\nexport type At = Date\n"
  assert.deepEqual(usesIn('src/web/page.tsx', source), [])
})
