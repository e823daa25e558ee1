import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { writeModule } from './new-module.ts'

const project = join(import.meta.dirname, '..')
let root = ''

before(() => {
  root = mkdtempSync(join(tmpdir(), 'new-module-'))
  cpSync(join(project, 'package.json'), join(root, 'package.json'))
  mkdirSync(join(root, 'src'))
  symlinkSync(join(project, 'src', 'kernel'), join(root, 'src', 'kernel'))
})

after(() => rmSync(root, { recursive: true, force: true }))

test('a new module loads, and its test fails and says what comes next', () => {
  const files = writeModule(root, 'night-market')
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const testFile = files.find((file) => file.endsWith('index.test.ts')) ?? ''
  const { status, stdout } = spawnSync(process.execPath, ['--test', testFile], { cwd: root, encoding: 'utf8', env })
  assert.equal(status, 1)
  assert.match(stdout, /the module night-market answers at least one use case/)
  assert.match(stdout, /The module night-market has no use case yet\. Next:/)
})

test('a new module has a front door, a README, texts in both languages and a test', () => {
  assert.deepEqual(writeModule(root, 'bus-stops'), ['README.md', 'index.test.ts', 'index.ts', 'locales/en.json', 'locales/zh-CN.json'].map((file) => join('src', 'modules', 'bus-stops', file)))
})

test('a name that is taken, badly written or empty of meaning is refused', () => {
  writeModule(root, 'parks')
  assert.throws(() => writeModule(root, 'parks'), /exists already/)
  assert.throws(() => writeModule(root, 'NightMarket'), /kebab-case/)
  assert.throws(() => writeModule(root, 'case-utils'), /says nothing/)
})
