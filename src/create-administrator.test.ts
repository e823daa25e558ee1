import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { staffCaller } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { beginOffice, readFirstOffice } from './create-administrator.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

const flags = ['--region', '440114', '--office', '示例区政务服务数据管理局', '--short-name', '政务数据', '--credit-code', '11440114MB2Y00021R', '--phone', '020-00008021', '--complaint-phone', '020-00008022', '--name', '示例员', '--sign-in-name', 'shiliyuan', '--series', 'SL']

test('an office without the demo city begins with one administrator, who signs in with the password told once and registers others', async () => {
  const { staffNo, password } = await beginOffice(office, readFirstOffice(flags))
  assert.equal(staffNo, 'SL0001')
  const { token } = await office.call('organisation.sign-in', anonymous, { signInName: 'shiliyuan', password })
  assert.ok(token.length > 20)
  const administrator = await staffCaller(office, staffNo)
  const registered = await office.call('organisation.register-staff', administrator, { name: '第二人', signInName: 'dierren', unitId: 'zhengwu-fuwu', postName: '窗口人员', rank: 'clerk', hallId: null, windowId: null, from: '2026-09-07', password: 'first-password-1' })
  assert.equal(registered.id, 'SL0002')
})

test('an office that was begun is not begun again', async () => {
  await assert.rejects(beginOffice(office, readFirstOffice(flags)), /begun already/)
})

test('what is missing to begin an office is named', () => {
  assert.throws(() => readFirstOffice(flags.slice(0, -2)), /needs --series$/)
})
