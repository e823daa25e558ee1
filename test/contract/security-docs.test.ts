import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const pages = globSync('docs/security/*.md', { cwd: root }).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const files = globSync('{src,test,scripts}/**/*.{ts,tsx}', { cwd: root })
const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => readFileSync(join(root, file), 'utf8'))

/** Whether a test bears this name; `…` stands for what was left out. */
function isName(quoted: string): boolean {
  const parts = quoted.split('…').filter((part) => part !== '')
  return tests.some((text) => text.split('\n').some((line) => /\btest\(/.test(line) && parts.every((part) => line.includes(part))))
}

test('every test that the pages about security rely on exists under its name', () => {
  assert.equal(pages.length, 3)
  for (const { file, text } of pages) {
    const named = [...text.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, name = '']) => name)
    assert.deepEqual(named.filter((name) => !files.some((known) => (name.includes('/') ? known === name : basename(known) === name))), [], file)
    const quoted = [...text.matchAll(/(?:`|\*|, |: )\s?"([^"|]{12,})"/g)].map(([, name = '']) => name)
    assert.ok(named.length + quoted.length > 10, file)
    assert.deepEqual(quoted.filter((name) => !isName(name)), [], file)
  }
})

test('a test that does not exist is noticed', () => {
  assert.ok(!isName('a session that nobody ever planted…'))
})

test('every page that they lead to is there', () => {
  for (const { file, text } of pages) {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => join(dirname(file), path))
    assert.deepEqual(links.filter((path) => globSync(path, { cwd: root }).length === 0), [], file)
  }
})
