import { spec } from 'node:test/reporters'
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { run } from 'node:test'
import { ensureTemplate, startTestServer } from '#test/harness/office.ts'
import { runChecks } from './check.ts'
import { type Skipped, wronglySkipped } from './skipped-tests.ts'

const root = join(import.meta.dirname, '..')

/** The heavy suites run alone, after the others: they start servers and browsers of their own. */
const heavy = ['test/journeys/**/*.test.ts', 'test/durability/**/*.test.ts', 'test/drills/**/*.test.ts']
const fast = ['src/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/harness/**/*.test.ts', 'scripts/**/*.test.ts']

interface Count {
  passed: number
  failed: number
  readonly skipped: Skipped[]
}

/** Runs test files in processes of their own, prints them in order, and counts. */
async function runSuite(files: readonly string[], concurrency: number, count: Count): Promise<void> {
  if (files.length === 0) return
  const stream = run({ files: [...files], concurrency, isolation: 'process' })
  stream.on('test:pass', (event) => {
    const { name, skip, todo } = event
    if (skip !== undefined || todo !== undefined) count.skipped.push({ name, reason: String(skip ?? todo) })
    else if (event.details.type !== 'suite' && !isFile(name)) count.passed += 1
  })
  stream.on('test:fail', (event) => {
    if (event.details.type !== 'suite') count.failed += 1
  })
  const printed = stream.compose(new spec())
  for await (const chunk of printed) process.stdout.write(chunk as Uint8Array)
}

/** The runner reports a file as a test of its own when it holds none. */
function isFile(name: string): boolean {
  return name.endsWith('.test.ts')
}

// Hundreds of processes load the same program: what one compiled serves the next.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled')

const count: Count = { passed: 0, failed: 0, skipped: [] }
const checks = process.argv.includes('--no-checks') ? { passed: 0, failed: 0 } : runChecks()
rmSync(join(root, '.tmp/test/files'), { recursive: true, force: true })
const server = await startTestServer()
await ensureTemplate(server, 'city')
const find = (patterns: readonly string[]): readonly string[] => patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()
await runSuite(find(fast), 2, count)
if (!process.argv.includes('--fast')) await runSuite(find(heavy), 1, count)
await server.stop()

const missing = wronglySkipped(count.skipped, process.env)
for (const { name, reason } of count.skipped) console.log(`skipped: ${name} (${reason})`)
if (missing.length > 0) console.log('In CI these suites have to run: install Chromium, or set YIMEN_TEST_WITHOUT_BROWSER=1 where there can be none.')
console.log(`\n${count.passed + checks.passed} passed, ${count.failed + checks.failed + missing.length} failed, ${count.skipped.length - missing.length} skipped`)
process.exit(count.failed + checks.failed + missing.length === 0 ? 0 : 1)
