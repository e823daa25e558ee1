import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Boundaries } from '../../scripts/boundaries.ts'
import { plantedFiles, plantedViolations } from './planted-imports.ts'

const project = join(import.meta.dirname, '..', '..')
let planted = ''

before(async () => {
  planted = await mkdtemp(join(tmpdir(), 'boundaries-'))
  await symlink(join(project, 'node_modules'), join(planted, 'node_modules'))
  await writeFile(join(planted, 'package.json'), await readFile(join(project, 'package.json')))
  for (const [path, text] of Object.entries(plantedFiles)) {
    await mkdir(dirname(join(planted, path)), { recursive: true })
    await writeFile(join(planted, path), text)
  }
})

after(() => rm(planted, { recursive: true, force: true }))

test('every TypeScript file under src is looked at', async () => {
  const entries = await readdir(join(project, 'src'), { recursive: true })
  const expected = entries.filter((path) => /\.tsx?$/.test(path)).map((path) => `src/${path}`)
  assert.deepEqual((await boundariesOf(project)).files, expected.sort())
})

test('no import in src breaks a rule', async () => {
  assert.deepEqual((await boundariesOf(project)).violations, [])
})

test('every planted import that is forbidden is reported, and none that is allowed', async () => {
  const found = (await boundariesOf(planted)).violations.map(({ rule, from, to }) => `${rule}: ${from} → ${withoutFolders(to)}`)
  assert.deepEqual([...new Set(found)].sort(), [...plantedViolations].sort())
})

test('every rule has a planted import that breaks it', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { readonly forbidden: readonly { readonly name: string }[] }
  const broken = new Set(plantedViolations.map((line) => line.slice(0, line.indexOf(':'))))
  // The rule about `needs` is made from the modules that exist, and no module may exist here.
  const rules = new Set([...forbidden.map((rule) => rule.name), 'module-needs', 'needs-without-cycle'])
  assert.deepEqual([...broken].sort(), [...rules].sort())
})

function boundariesOf(folder: string): Promise<Boundaries> {
  return new Promise((resolve, reject) => {
    const script = join(project, 'scripts', 'boundaries.ts')
    execFile(process.execPath, [script, '--json'], { cwd: folder, maxBuffer: 64 * 2 ** 20 }, (fault, stdout) => {
      if (fault !== null) return reject(fault)
      resolve(JSON.parse(stdout) as Boundaries)
    })
  })
}

/** A package is reported with the folder in which it happened to be found; its name is enough here. */
function withoutFolders(path: string): string {
  return path.replace(/^.*node_modules\/((@[^/]+\/)?[^/]+).*$/, '$1')
}
