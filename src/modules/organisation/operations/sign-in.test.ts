import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous, type StaffCaller } from '#kernel/access/caller.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { administrator, approverOf, clerk, headOf, staffCaller } from '#test/harness/callers.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { loader } from '../../../city/loader.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))

const right = { signInName: 'linguodong', password: 'yimen-demo' }
const whoHolds = (token: string) => findCaller(office.database.db, token, office.clock.now())

test('a member of staff signs in and acts with the roles of that day', async () => {
  const { token, expiresAt } = await office.call('organisation.sign-in', anonymous, right)
  assert.equal(expiresAt, '2026-09-07T19:00:00+08:00')
  const caller = await whoHolds(token)
  assert.deepEqual(caller, { kind: 'staff', id: 'HD0001', name: '林国栋', unitId: 'zhengwu-shuju', roles: [{ role: 'unitHead', unitId: 'zhengwu-shuju' }] })
  const me = await office.call('organisation.get-me', caller, {})
  assert.deepEqual([me.kind, me.unit?.name, me.window], ['staff', '花都区政务服务数据管理局', null])
})

test('a clerk is shown with the window', async () => {
  const me = await office.call('organisation.get-me', await clerk(office), {})
  assert.deepEqual(me.window, { id: 'qu-zhengwu-zonghe-1', name: '综合窗口1号' })
})

test('five wrong passwords lock the account for a quarter of an hour, also for the right one', async () => {
  const wrong = { signInName: 'denghuilin', password: 'wrong' }
  for (let attempt = 1; attempt <= 5; attempt += 1) await assert.rejects(office.call('organisation.sign-in', anonymous, wrong), { code: 'session.wrong-name-or-password' })
  const now = { ...wrong, password: 'yimen-demo' }
  await assert.rejects(office.call('organisation.sign-in', anonymous, now), { code: 'session.locked' })
  office.clock.advance(15 * 60_000 + 1000)
  assert.ok((await office.call('organisation.sign-in', anonymous, now)).token)
})

test('an unknown name gets the same answer as a wrong password', async () => {
  await assert.rejects(office.call('organisation.sign-in', anonymous, { signInName: 'nobody', password: 'yimen-demo' }), { code: 'session.wrong-name-or-password' })
})

test('SQL, HTML and control characters in the name neither sign in nor break anything', async () => {
  await assert.rejects(office.call('organisation.sign-in', anonymous, { ...right, signInName: "' OR 1=1; DROP TABLE staff --" }), { code: 'session.wrong-name-or-password' })
  await assert.rejects(office.call('organisation.sign-in', anonymous, { ...right, signInName: 'lin\u0000guodong' }), { code: 'contract.invalid-input' })
  await assert.rejects(office.call('organisation.sign-in', anonymous, { ...right, signInName: 'x'.repeat(10_000) }), { code: 'contract.invalid-input' })
  await assert.rejects(office.call('organisation.sign-in', anonymous, { ...right, password: 'x'.repeat(10_000) }), { code: 'contract.invalid-input' })
})

test('who has left the office cannot sign in, with the right password either', async () => {
  await office.database.pool.query(`UPDATE staff SET employed_to_on = '2026-09-07' WHERE id = 'HD0004'`)
  const leaver = { signInName: 'kuangfan', password: 'yimen-demo' }
  assert.ok((await office.call('organisation.sign-in', anonymous, leaver)).token)
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  await assert.rejects(office.call('organisation.sign-in', anonymous, leaver), { code: 'organisation.not-in-office' })
})

test('an administrator issues a token for another system, and the access log names him', async () => {
  const { token, name } = await office.call('organisation.issue-token', await administrator(office), { staffId: 'HD0148' })
  const caller = (await whoHolds(token)) as StaffCaller
  assert.deepEqual([caller.id, caller.name === name, caller.windowId], ['HD0148', true, 'qu-zhengwu-zonghe-1'])
  const { rows } = await office.database.pool.query(`SELECT detail FROM access_log WHERE actor = 'staff:HD0148' AND purpose = 'token'`)
  assert.deepEqual(rows, [{ detail: { issuedBy: 'staff:HD0011' } }])
})

test('nobody else issues tokens', async () => {
  await assert.rejects(office.call('organisation.issue-token', await staffCaller(office, 'HD0001'), { staffId: 'HD0148' }), { code: 'contract.not-permitted' })
  assert.ok((await office.call('organisation.issue-token', loader, { staffId: 'HD0148' })).token)
})

test('a token does not outlive the last day of a role, however long a token lasts', async () => {
  await office.call('organisation.end-role', await administrator(office), { staffId: 'HD0074', role: 'approver', unitId: 'shichang-jianguan', lastDay: '2026-09-30' })
  const { token, expiresAt } = await office.call('organisation.issue-token', loader, { staffId: 'HD0074' })
  assert.equal(expiresAt, '2026-10-01T00:00:00+08:00')
  office.clock.set(new Date('2026-09-30T23:59:59+08:00'))
  assert.equal((await whoHolds(token)).kind, 'staff')
  office.clock.set(new Date('2026-10-01T00:00:00+08:00'))
  assert.deepEqual(await whoHolds(token), anonymous)
})

test("a deputy's session ends with the agency, and with the office of the head who granted it", async () => {
  const [head, deputy] = [await headOf(office, 'minzheng'), await approverOf(office, 'minzheng')]
  const endOfToken = async () => (await office.call('organisation.issue-token', loader, { staffId: deputy.id })).expiresAt
  await office.call('organisation.grant-head-agency', head, { unitId: 'minzheng', deputyId: deputy.id, powers: 'all', from: '2026-09-07', to: '2026-10-16' })
  assert.equal(await endOfToken(), '2026-10-17T00:00:00+08:00')
  await office.call('organisation.end-role', await administrator(office), { staffId: head.id, role: 'unitHead', unitId: 'minzheng', lastDay: '2026-09-11' })
  assert.equal(await endOfToken(), '2026-09-12T00:00:00+08:00')
})
