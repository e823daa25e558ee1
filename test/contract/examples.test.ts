import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Operation } from '#kernel/contract/operation.ts'
import { openTestDoors } from '#test/harness/doors.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { exampleRecords } from './example-records.ts'
import { matrixCallers } from './matrix-callers.ts'
import { recordOf } from './matrix-records.ts'
import { type FieldValues, knownValues, requestOf } from './request-input.ts'

// An example that nobody can send teaches a wrong thing. Every example of a query is sent to a city office; where it names a record
// (a number, an id: the fields of the path, and those that go with them), the record that was prepared takes its place.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const doors = openTestDoors(office)
const callers = await matrixCallers(office)
const known = await knownValues(office)
const prepared = await exampleRecords(office)
const queries = office.app.operations.filter(({ kind, http }) => kind === 'query' && http !== undefined)

for (const operation of queries) {
  for (const example of operation.examples ?? []) {
    test(`${operation.name}: ${example.summary}: is answered as the operation declares`, async () => {
      const existing = prepared[operation.name] ?? (await recordOf(operation)?.make(office))
      const refused: string[] = []
      for (const { name, caller } of callers) {
        const { status, json } = await doors(...requestOf(operation, withRecord(operation, example.input as FieldValues, existing), caller))
        if (status < 300) {
          if (operation.output.def.type !== 'custom') operation.output.parse(json)
          return
        }
        refused.push(`${name}: ${status} ${String(json['code'])}`)
      }
      assert.fail(refused.join('\n'))
    })
  }
}

/** The example about the prepared record; without one, about what of the open records is known. */
function withRecord({ http }: Operation, input: FieldValues, existing: FieldValues | undefined): FieldValues {
  const inPath = [...(http?.path ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const values = existing ?? Object.fromEntries(inPath.flatMap((name) => (name in known ? [[name, known[name]]] : [])))
  return { ...input, ...Object.fromEntries(Object.entries(values).filter(([name]) => name in input || inPath.includes(name))) }
}
