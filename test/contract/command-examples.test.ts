import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import type { InputOf, OperationName } from '#app'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { commandRecipes } from './command-examples.ts'

// The example of a command is given to a record in the right state: what names the record is replaced by the prepared one, the rest
// goes as the API document shows it, and the answer is one that the operation declares.

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))

const served = office.app.operations.filter(({ http }) => http !== undefined)
const commands = served.filter(({ kind }) => kind === 'command')

for (const { name, examples, output } of commands) {
  const recipe = commandRecipes[name]
  if (recipe === undefined) continue
  test(`${name}: ${examples?.[0]?.summary ?? 'without an example'}: is answered as the operation declares`, async () => {
    const { caller, values } = await recipe(office)
    const input = { ...(examples?.[0]?.input as object | undefined), ...values }
    const answer: unknown = await office.call(name as OperationName, caller, input as InputOf<OperationName>)
    assert.deepEqual(output.safeParse(answer).error?.issues ?? [], [])
  })
}

test('every served operation has an example', () => {
  assert.deepEqual(served.filter(({ examples = [] }) => examples.length === 0).map(({ name }) => name), [])
})

test('every served command has a recipe, and every recipe a served command', () => {
  assert.deepEqual(Object.keys(commandRecipes).toSorted(), commands.map(({ name }) => name).toSorted())
})
