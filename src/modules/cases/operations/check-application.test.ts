import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import { personCaller } from '#test/harness/callers.ts'
import { foodApplication, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice()
after(() => office.close())
const person = await personCaller(office, 'zhang-xiaomei')
const { answers = {}, form = {} } = foodApplication()

const faultsOf = (refused: unknown): readonly string[] => (refused instanceof Refusal ? refused.fields.map(({ pointer, code }) => `${pointer} ${code}`) : assert.fail('no refusal'))
const checked = (changes: { readonly answers?: typeof answers; readonly form?: typeof form }) => office.call('cases.check-application', person, { implementCode: foodLicence.implementCode, answers, form, ...changes })

test('an application that is in order may be filed as far as its answers and its form go', async () => {
  assert.deepEqual(await checked({}), { inOrder: true })
})

test('an application hears every fault at once, the same that filing finds', async () => {
  const { handling: _handling, ...some } = answers
  const wrong = { answers: some, form: { ...form, contactPhone: '12345', staff: '3.5' } }
  const told = await checked(wrong).catch(faultsOf)
  assert.deepEqual(told, ['/answers/handling too_small', '/form/contactPhone invalid_format', '/form/staff invalid_format'])
  assert.deepEqual(await office.call('cases.submit-case', person, { ...foodApplication(), ...wrong }).catch(faultsOf), told)
})
