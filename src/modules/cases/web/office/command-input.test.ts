import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseLifecycle } from '../../lifecycle.ts'
import { commandForm, commandForms, isFormCommand } from './command-forms.ts'
import { commandInput, commandProblems } from './command-input.ts'

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('a pause without a hearing sends no hearing, and no limit when none was given', () => {
  const input = commandInput(commandForm('suspend').fields, formOf({ cause: 'expertReview', reason: '需要论证', limit: '' }))
  assert.deepEqual(input, { cause: 'expertReview', reason: '需要论证', commissioned: false })
})

test('the parts of a hearing are put together under its name', () => {
  const input = commandInput(commandForm('suspend').fields, formOf({ cause: 'hearing', reason: '申请人要求', limit: '20', 'hearing-heldOn': '2026-09-28', 'hearing-chair': 'HD0073' }))
  assert.deepEqual(input['hearing'], { heldOn: '2026-09-28', chair: 'HD0073' })
  assert.deepEqual(input['limit'], { value: 20, unit: 'WORKING_DAY' })
})

test('reasons are one a line, officers are those that were ticked', () => {
  assert.deepEqual(commandInput(commandForm('decide').fields, formOf({ result: 'refuse', reasons: '面积不符\n\n没有消毒设施' })), { result: 'refuse', reasons: ['面积不符', '没有消毒设施'] })
  const reviewed = formOf({ opinion: 'agree' })
  for (const officer of ['HD0076', 'HD0077']) reviewed.append('officers', officer)
  assert.deepEqual(commandInput(commandForm('review').fields, reviewed), { opinion: 'agree', officers: ['HD0076', 'HD0077'] })
})

test('a fault of the input is told at its own field, by the name that the field has on the page', () => {
  const { fields } = commandForm('extend')
  const refusal = { code: 'contract.invalid-input', kind: 'invalid', title: '内容有误', fields: [{ pointer: '/by/value', code: 'invalid_type', title: '缺少这一项' }] } as const
  assert.deepEqual(commandProblems(fields, refusal), [{ id: 'by', text: '延长多久：缺少这一项' }])
})

test('every command that a member of staff can give has a form, or a page of the window', () => {
  const ofTheWindow = ['accept', 'request-correction', 'correct', 'supply-material']
  for (const [command, { permission }] of Object.entries(caseLifecycle.commands)) {
    const ofStaff = permission !== 'cases:apply-law' && permission !== 'cases:withdraw'
    assert.equal(isFormCommand(command), ofStaff && !ofTheWindow.includes(command), command)
  }
  assert.ok(Object.values(commandForms).every(({ lead }) => lead.length > 0))
})
