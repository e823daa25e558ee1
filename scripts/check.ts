import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** Everything that needs no database and no browser, cheapest first. */
const checks: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types of the routes', command: [bin('react-router'), 'typegen'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('oxlint'), '--deny-warnings', 'src', 'test', 'scripts'] },
  { name: 'forbidden globals', command: [process.execPath, 'scripts/forbidden-globals.ts'] },
  { name: 'strings of the pages', command: [process.execPath, 'scripts/page-strings.ts'] },
  { name: 'boundaries', command: [process.execPath, 'scripts/boundaries.ts'] },
  { name: 'unused code', command: [bin('knip')] },
  { name: 'reports', command: [process.execPath, 'scripts/reports.ts', '--check'] },
]

/** Runs every check and says which failed; the outputs of failed ones are shown whole. Returns how many passed and failed. */
export function runChecks(): { readonly passed: number; readonly failed: number } {
  let failed = 0
  for (const { name, command } of checks) {
    const [program = '', ...args] = command
    const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    const ok = result.status === 0
    if (!ok) failed += 1
    console.log(`${ok ? '✔' : '✖'} ${name}`)
    if (!ok) console.log(`${result.stdout}${result.stderr}`)
  }
  return { passed: checks.length - failed, failed }
}

if (import.meta.main) process.exitCode = runChecks().failed === 0 ? 0 : 1
