import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync } from '@swc/core'
import { walk } from '../../scripts/syntax-tree.ts'

// A repetition of anything inside a repetition can be cut in exponentially many ways: forty signs of a hostile text then take
// longer than a working day. Such texts are read piece by piece with sticky expressions instead.

const root = join(import.meta.dirname, '../..')
const repeatedAnything = /(?:\.|\[\\s\\S\]|\[\\S\\s\]|\[\^\])(?:[*+]|\{\d+,\})/

/** The groups of a pattern that are repeated without bound, each as its text. */
function repeatedGroups(pattern: string): readonly string[] {
  const found: string[] = []
  const opened: number[] = []
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]
    if (sign === '\\') at++
    else if (sign === '[') inClass = true
    else if (sign === ']') inClass = false
    else if (sign === '(' && !inClass) opened.push(at)
    else if (sign === ')' && !inClass && /^(?:[*+]|\{\d+,\})/.test(pattern.slice(at + 1))) found.push(pattern.slice(opened.pop(), at + 1))
    else if (sign === ')' && !inClass) opened.pop()
  }
  return found
}

const isExponential = (pattern: string): boolean => repeatedGroups(pattern).some((group) => repeatedAnything.test(group))

test('no regular expression of the program repeats a repetition of anything', () => {
  const patterns = globSync('src/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => {
    const own: string[] = []
    walk(parseSync(readFileSync(join(root, file), 'utf8'), { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2024' }), (node) => {
      if (node['type'] === 'RegExpLiteral') own.push(String(node['pattern']))
    })
    return own.map((pattern) => ({ file, pattern }))
  })
  assert.ok(patterns.length > 150)
  assert.deepEqual(patterns.filter(({ pattern }) => isExponential(pattern)), [])
})

test('the check knows such an expression from a harmless one', () => {
  for (const pattern of ['^(?:<!--[\\s\\S]*?-->|\\s)*<svg', '(.*a)+', '((?:x.+)?y)*', '(?:.{2,};){1,}']) assert.ok(isExponential(pattern), pattern)
  for (const pattern of ['^(?:[^"]|"")*$', '(?:a.b)+', '<style[\\s\\S]*?<\\/style>', '(?:x.*)?']) assert.ok(!isExponential(pattern), pattern)
})
