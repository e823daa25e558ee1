import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'

const project = join(import.meta.dirname, '..', '..')
const longFile = 'export const line = 1\n' + Array.from({ length: 300 }, (_, n) => `export const line${n} = ${n}\n`).join('')

/** One file for each lint rule on which the house relies, with what must be reported in it. */
const planted: readonly (readonly [file: string, rule: string, source: string])[] = [
  ['src/kernel/db/max-lines.ts', 'eslint(max-lines)', longFile],
  ['src/kernel/db/max-params.ts', 'eslint(max-params)', 'export function f(a: number, b: number, c: number, d: number, e: number): number {\n  return a + b + c + d + e\n}\n'],
  ['src/kernel/db/console.ts', 'eslint(no-console)', "console.log('x')\n"],
  ['src/kernel/db/any.ts', 'typescript(no-explicit-any)', 'export const x: any = 1\n'],
  ['src/kernel/db/default.ts', 'import(no-default-export)', 'export default 1\n'],
  ['src/kernel/db/barrel.ts', 'oxc(no-barrel-file)', "export * from './any.ts'\n"],
  ['src/kernel/db/floating.ts', 'typescript(no-floating-promises)', 'export async function f(): Promise<void> {}\nf()\n'],
  ['src/kernel/db/type-import.ts', 'typescript(consistent-type-imports)', "import { Row } from './row.ts'\nexport type X = Row\n"],
  ['src/kernel/db/side-effect.ts', 'typescript(no-import-type-side-effects)', "import { type Row } from './row.ts'\nexport type X = Row\n"],
  ['src/kernel/db/todo.ts', 'eslint(no-warning-comments)', '// TODO later\nexport const x = 1\n'],
  ['src/kernel/db/camelCase.ts', 'unicorn(filename-case)', 'export const x = 1\n'],
]

/** The same habits where they are at home. */
const allowed: Readonly<Record<string, string>> = {
  'src/kernel/db/row.ts': 'export type Row = number\n',
  'src/kernel/log/log.ts': "console.log('x')\n",
  'src/web/page.tsx': 'export default function Page(): string {\n  return \'\'\n}\n',
  'src/kernel/db/row.test.ts': "import { test } from 'node:test'\n\ntest('x', async () => {})\n",
}

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lint-'))
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) await cp(join(project, name), join(folder, name))
  const files = [...planted.map(([file, , source]) => [file, source] as const), ...Object.entries(allowed)]
  for (const [file, source] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), source)
  }
})

after(() => rm(folder, { recursive: true, force: true }))

test('every planted fault is reported by its rule, and nothing else is', async () => {
  const expected = planted.map(([file, rule]) => `${file}: ${rule}`)
  assert.deepEqual((await lint()).sort(), expected.sort())
})

function lint(): Promise<string[]> {
  const command = join(project, 'node_modules', 'oxlint', 'bin', 'oxlint')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, '--format', 'json', 'src'], { cwd: folder, maxBuffer: 16 * 2 ** 20 }, (_fault, stdout, stderr) => {
      try {
        const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly filename: string; readonly code: string }[] }
        resolve(diagnostics.map(({ filename, code }) => `${filename}: ${code}`))
      } catch (cause) {
        reject(new Error(`oxlint answered: ${stdout}${stderr}`, { cause }))
      }
    })
  })
}
