import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const project = join(import.meta.dirname, '..', '..')
const sources = globSync('{src,test,scripts,bench}/**/*.{ts,tsx,mjs,css}', { cwd: project }).map((file) => file.replaceAll('\\', '/'))

// Words that would name a place for anything; the list of CONTRIBUTING.md, "Names".
const EMPTY_WORDS = /(^|[-/])(utils?|helpers?|common|misc|managers?|services?|data|info)([-/.]|$)/
// `services.ts` of the contract is the list of what the kernel offers an operation, and nothing else.
const NAMED_ON_PURPOSE = new Set(['src/kernel/contract/services.ts'])
const FRAMEWORK_NAMES = /^src\/entry\.(client|server)\.tsx$/

test('files and folders are kebab-case', () => {
  const odd = sources.filter((file) => !FRAMEWORK_NAMES.test(file) && !/^([a-z0-9-]+\/)+[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|tsx|mjs|css)$/.test(file))
  assert.deepEqual(odd, [])
})

test('no file has a name that could hold anything', () => {
  assert.deepEqual(sources.filter((file) => EMPTY_WORDS.test(file) && !NAMED_ON_PURPOSE.has(file)), [])
})

test('React files stand in web and ui only', () => {
  const misplaced = sources.filter((file) => file.endsWith('.tsx') && !/^src\/(ui|web|modules\/[^/]+\/web)\/|^src\/[^/]+$/.test(file))
  assert.deepEqual(misplaced, [])
})

test('every module has a README, a front door and texts in both languages', () => {
  const missing = globSync('src/modules/*', { cwd: project }).flatMap((folder) =>
    ['README.md', 'index.ts', 'locales/zh-CN.json', 'locales/en.json'].map((file) => `${folder}/${file}`).filter((file) => globSync(file, { cwd: project }).length === 0),
  )
  assert.deepEqual(missing, [])
})

test('nothing is said in English that is not said in Chinese', () => {
  const extra = globSync('src/**/locales/en.json', { cwd: project }).flatMap((english) => {
    const chinese = english.replace('en.json', 'zh-CN.json')
    return missing(keysOf(english), keysOf(chinese), chinese)
  })
  assert.deepEqual(extra, [])
})

test('every refusal has a title in Chinese and in English', () => {
  const titles = (language: string): ReadonlySet<string> => new Set(globSync(`src/**/locales/${language}.json`, { cwd: project }).flatMap((file) => [...keysOf(file)].filter((key) => key.startsWith('errors/'))))
  const [inChinese, inEnglish] = [titles('zh-CN'), titles('en')]
  assert.deepEqual([...missing(inChinese, inEnglish, 'English'), ...missing(inEnglish, inChinese, 'Chinese')], [])
})

test('a module names no table of another module', () => {
  const owners = tableOwners()
  const foreign = globSync('src/modules/*/**/*.{ts,sql}', { cwd: project }).flatMap((file) => {
    const module = moduleOf(file)
    return tablesNamedIn(readFileSync(join(project, file), 'utf8'), file.endsWith('.sql'))
      .filter((table) => owners.has(table) && owners.get(table) !== module)
      .map((table) => `${file}: ${table} belongs to ${owners.get(table)}`)
  })
  assert.deepEqual(foreign, [])
})

test('docs/dependencies.md has one line for each package, and no other', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
  const declared = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const lines = [...readFileSync(join(project, 'docs', 'dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name)
  assert.deepEqual(lines.sort(), declared.sort())
})

function missing(wanted: ReadonlySet<string>, present: ReadonlySet<string>, where: string): readonly string[] {
  return [...wanted.difference(present)].map((key) => `${where} lacks ${key}`)
}

/** The paths of all texts of a locale file, keys joined with `/` since refusal codes hold dots. */
function keysOf(file: string): ReadonlySet<string> {
  const keys = new Set<string>()
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) keys.add(path)
    else for (const [key, child] of Object.entries(value)) visit(child, path === '' ? key : `${path}/${key}`)
  }
  visit(JSON.parse(readFileSync(join(project, file), 'utf8')), '')
  return keys
}

function moduleOf(file: string): string {
  return /^src[\\/]modules[\\/]([^\\/]+)/.exec(file)?.[1] ?? ''
}

/** Which module's migrations create which table. */
function tableOwners(): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const file of globSync('src/modules/*/migrations/*.sql', { cwd: project })) {
    const statements = readFileSync(join(project, file), 'utf8').matchAll(/\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([a-z_]+)"?/gi)
    for (const [, table = ''] of statements) owners.set(table, moduleOf(file))
  }
  return owners
}

/** Tables named in Kysely calls and in SQL (a migration, or text after the `sql` tag); comments and strings do not count. */
function tablesNamedIn(text: string, isMigration: boolean): readonly string[] {
  const sql = isMigration ? text.replaceAll(/--.*$/gm, '').replaceAll(/'[^']*'/g, "''") : [...text.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)].map(([, statement]) => statement).join('\n')
  const calls = text.matchAll(/\b(?:selectFrom|insertInto|updateTable|deleteFrom|\w+Join)\(\s*['"`]([a-z_]+)/g)
  const statements = sql.matchAll(/\b(?:from|join|into|update|references)\s+(?:only\s+)?"?([a-z_]+)"?/gi)
  return [...calls, ...statements].map(([, table = '']) => table)
}
