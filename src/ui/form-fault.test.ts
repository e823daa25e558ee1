import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formFault } from './form-fault.ts'

const asked = { label: '使用面积', type: 'number', unit: '平方米', min: 1, max: 9000, maxLength: null }
const fault = (code: string) => ({ code, title: '格式不对' })

test('an answer that is missing is asked for: written or chosen', () => {
  assert.equal(formFault(asked, fault('too_small'), true), '使用面积：请填写')
  assert.equal(formFault({ ...asked, type: 'select' }, fault('too_small'), true), '使用面积：请选择')
})

test('an answer beyond a limit hears the limit', () => {
  assert.equal(formFault(asked, fault('too_small'), false), '使用面积：不能小于1平方米')
  assert.equal(formFault(asked, fault('too_big'), false), '使用面积：不能大于9000平方米')
  assert.equal(formFault({ ...asked, type: 'text', max: null, maxLength: 50 }, fault('too_big'), false), '使用面积：最多写50个字')
})

test('an answer of the wrong format hears the right one, by the kind of the question', () => {
  assert.equal(formFault(asked, fault('invalid_format'), false), '使用面积：请只填数字，例如42.5')
  assert.equal(formFault({ ...asked, label: '人数', type: 'integer' }, fault('invalid_format'), false), '人数：请填整数，例如3')
  assert.equal(formFault({ ...asked, label: '联系电话', type: 'phone' }, fault('invalid_format'), false), '联系电话：请填11位手机号，或者区号加座机号')
  assert.equal(formFault({ ...asked, label: '开业日期', type: 'date' }, fault('invalid_format'), false), '开业日期：请填一个日期，例如2026-09-29')
})

test('what a rule has words of its own for is said in them', () => {
  assert.equal(formFault({ ...asked, label: '证件号码', type: 'identityNumber' }, { code: 'ids.citizen-id-length', title: '公民身份号码应为18位' }, false), '证件号码：公民身份号码应为18位')
})
