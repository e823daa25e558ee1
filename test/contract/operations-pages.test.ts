import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '#kernel/config/config.ts'

// The pages for the operator say what the program does.

const project = join(import.meta.dirname, '..', '..')
const pages = globSync('docs/operations/*.md', { cwd: project }).map((file) => ({ file, text: readFileSync(join(project, file), 'utf8') }))
const settings = pages
  .filter(({ file }) => file.endsWith('configuration.md'))
  .flatMap(({ text }) => [...text.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`|none) \|/gm)].map(([, name = '', shown = '']) => ({ name, shown })))

test('the page of the settings names every variable that the program reads, and no other', () => {
  const read = new Set<string>()
  readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }))
  assert.deepEqual(settings.map(({ name }) => name).toSorted(), [...read].toSorted())
})

test('the defaults on the page of the settings are those of the program', () => {
  for (const { name, shown } of settings) assert.deepEqual(readConfig({ [name]: shown }), readConfig({}), name)
})

test('every command on the pages for the operator exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }
  const commands = pages.flatMap(({ text }) => [...text.matchAll(/npm (?:run ([a-z-]+)|(start|test))/g)].map(([, name, short = '']) => name ?? short))
  assert.ok(commands.includes('backup'))
  assert.deepEqual(commands.filter((name) => !(name in scripts)), [])
})

test('every page for the operator is on the map, and no link of them leads nowhere', () => {
  const links = pages.flatMap(({ file, text }) => [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => ({ file, target: join(dirname(file), link) })))
  assert.deepEqual(links.filter(({ target }) => !existsSync(join(project, target))), [])
  const mapped = new Set(links.filter(({ file }) => file.endsWith('README.md')).map(({ target }) => target))
  assert.deepEqual(pages.map(({ file }) => file).filter((file) => !file.endsWith('README.md') && !mapped.has(file)), [])
})
