import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locale } from '#kernel/module/define-module.ts'
import { contractRefusalsOf } from '#kernel/contract/openapi-responses.ts'
import { declaredLifecycles, declaredModules, declaredOperations, declaredPermissions, declaredTexts } from '../../scripts/reports/declared.ts'

test('every refusal has a title in Chinese and in English', () => {
  const codes = new Set([
    ...declaredModules.flatMap((module) => Object.values(module.refusals).map(({ code }) => code)),
    ...declaredOperations.flatMap((operation) => [...operation.refusals, ...contractRefusalsOf(operation)].map(({ code }) => code)),
  ])
  assert.deepEqual([...codes].filter((code) => !declaredTexts.has(code)), [])
  assert.deepEqual([...codes].filter((code) => !/\p{Script=Han}/u.test(declaredTexts.zh(code))), [])
})

test('the two languages of a module have titles for the same codes', () => {
  const codesIn = (locale: Locale): readonly string[] => Object.keys(locale['errors'] ?? {}).toSorted()
  for (const { name, locales } of declaredModules) assert.deepEqual(codesIn(locales.zh), codesIn(locales.en), name)
})

test('every refusal with which an operation may answer is declared by its module or by the kernel', () => {
  const declared = new Set(declaredModules.flatMap((module) => Object.values(module.refusals).map(({ code }) => code)))
  const strangers = declaredOperations.flatMap(({ name, refusals }) => refusals.filter(({ code }) => !declared.has(code)).map(({ code }) => `${name}: ${code}`))
  assert.deepEqual(strangers, [])
})

test('no two operations share a name, or a method and path', () => {
  assert.deepEqual(repeated(declaredOperations.map(({ name }) => name)), [])
  assert.deepEqual(repeated(declaredOperations.flatMap(({ http }) => (http ? [`${http.method} ${http.path.replaceAll(/\{\w+\}/g, '{}')}`] : []))), [])
})

test('a fixed path comes before one with a parameter in its place, because the first that fits is taken', () => {
  const lines = declaredOperations.flatMap(({ http }) => (http ? [http] : []))
  const shadowed = lines.flatMap((line, place) => {
    const fixed = line.path.split('/')
    const shadow = lines.slice(0, place).find((earlier) => {
      const parts = earlier.path.split('/')
      return earlier.method === line.method && parts.length === fixed.length && parts.every((part, i) => part === fixed[i] || (part.startsWith('{') && !fixed[i]?.startsWith('{')))
    })
    return shadow && shadow.path !== line.path ? [`${line.path} is hidden by ${shadow.path}`] : []
  })
  assert.deepEqual(shadowed, [])
})

test('a query is read with GET, and what GET or DELETE asks for comes without a body', () => {
  const wrong = declaredOperations.filter(({ kind, http }) => http !== undefined && ((kind === 'command' && http.method === 'GET') || (http.body !== undefined && http.method !== 'POST' && http.method !== 'PUT')))
  assert.deepEqual(wrong.map(({ name }) => name), [])
})

test('every permission is held by at least one role and asked for by an operation or a lifecycle', () => {
  const asked = new Set([
    ...declaredOperations.flatMap(({ access }) => (typeof access === 'object' ? [access.permission] : [])),
    ...declaredLifecycles.flatMap((lifecycle) => Object.values(lifecycle.commands).map(({ permission }) => permission)),
  ])
  for (const permission of asked) assert.ok((declaredPermissions[permission]?.roles.length ?? 0) > 0, `${permission} is held by nobody`)
  assert.deepEqual(Object.keys(declaredPermissions).filter((permission) => !asked.has(permission)), [])
})

test('every example fits the input of its operation', () => {
  for (const { name, input, examples = [] } of declaredOperations) {
    for (const example of examples) assert.ok(input.safeParse(example.input).success, `${name}: ${example.summary}`)
  }
})

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, place) => values.indexOf(value) !== place)
}
