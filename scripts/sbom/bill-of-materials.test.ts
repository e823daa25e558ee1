import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { billOfMaterials, type Lock } from './bill-of-materials.ts'

const root = join(import.meta.dirname, '../..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
const bill = billOfMaterials(lock)

test('every package that runs in operation is in the bill of materials, in the version that package.json names', () => {
  const listed = new Map(bill.components.map((component) => [component.name, component.version]))
  for (const [name, version] of Object.entries(dependencies)) assert.equal(listed.get(name), version, name)
})

test('what is for development only is not in it', () => {
  const listed = new Set(bill.components.map(({ name }) => name))
  assert.deepEqual(['playwright-core', 'vite', 'oxlint', 'lighthouse'].filter((name) => name in devDependencies && listed.has(name)), [])
})

test('each component has a purl, and each npm package its licence and its SHA-512', () => {
  assert.deepEqual(bill.components.filter(({ purl }) => !/^pkg:(npm|generic)\/.+@\d/.test(purl)), [])
  const packages = bill.components.filter(({ purl }) => purl.startsWith('pkg:npm/'))
  assert.deepEqual(packages.filter(({ licenses }) => licenses === undefined).map(({ name }) => name), [])
  assert.deepEqual(packages.filter(({ hashes }) => !/^[0-9a-f]{128}$/.test(hashes?.[0]?.content ?? '')).map(({ name }) => name), [])
})

test('the PostgreSQL and the Node inside npm packages are named as the programs that they are', () => {
  assert.deepEqual(bill.components.filter(({ cpe }) => cpe !== undefined).map(({ name }) => name), ['node', 'postgresql'])
})

test('every dependency points to a component, and every component has its line of dependencies or is a program', () => {
  const refs = new Set(bill.components.map((component) => component['bom-ref']))
  assert.equal(refs.size, bill.components.length)
  assert.deepEqual(bill.dependencies.flatMap(({ dependsOn }) => dependsOn.filter((ref) => !refs.has(ref))), [])
  const lines = new Set(bill.dependencies.map(({ ref }) => ref))
  assert.deepEqual(bill.components.filter((component) => component.cpe === undefined && !lines.has(component['bom-ref'])), [])
})

test('a package inside another one is found before one of the same name above it', () => {
  const nested = billOfMaterials({
    name: 'office',
    version: '1.0.0',
    packages: {
      '': { dependencies: { outer: '1.0.0', shared: '1.0.0' } },
      'node_modules/outer': { version: '1.0.0', dependencies: { shared: '2.0.0', '@scope/plain': '1.0.0' } },
      'node_modules/outer/node_modules/shared': { version: '2.0.0' },
      'node_modules/shared': { version: '1.0.0' },
      'node_modules/@scope/plain': { version: '1.0.0' },
      'node_modules/tool': { version: '9.0.0', dev: true },
    },
  })
  assert.deepEqual(nested.dependencies, [
    { ref: '@scope/plain@1.0.0', dependsOn: [] },
    { ref: 'office@1.0.0', dependsOn: ['outer@1.0.0', 'shared@1.0.0'] },
    { ref: 'outer@1.0.0', dependsOn: ['@scope/plain@1.0.0', 'shared@2.0.0'] },
    { ref: 'shared@1.0.0', dependsOn: [] },
    { ref: 'shared@2.0.0', dependsOn: [] },
  ])
})
