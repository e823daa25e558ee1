import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { InputOf } from '#app'
import { anonymous } from '#kernel/access/caller.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { windowMayAccept } from '#modules/organisation/index.ts'
import { administrator, clerk, headOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { db } = office.database
const admin = await administrator(office)

const bureau = { name: '花都区数据资源局', shortName: '数据资源', parentId: 'qu-zhengfu', regionCode: '440114', level: '4' as const, creditCode: '11440114MB2C09999F', management: 'local' as const, phones: { consult: '020-00009901', complaint: '020-00009902' } }
const hall: InputOf<'organisation.create-hall'> = {
  id: 'konggang',
  name: '空港分厅',
  kind: 'subCenter',
  unitId: 'zhengwu-zhongxin',
  regionCode: '440114',
  address: '空港大道1号',
  areaSquareMetres: 300,
  phone: '020-00009911',
  openingHours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', applicants: 'all' }],
  zones: [{ key: 'zonghe', name: '综合受理区', floor: 1 }],
}
const reviewer = { name: '示例新', signInName: 'shilixin', unitId: 'minzheng', postName: '新设岗位', rank: 'officer' as const, hallId: null, windowId: null, from: '2026-09-07' as const, password: 'first-password-1' }

test('a unit is registered, changed and closed, and each act stays on record with who did it', async () => {
  await office.call('organisation.create-unit', admin, { id: 'shuju-ziyuan', kind: 'department', ...bureau })
  await office.call('organisation.change-unit', admin, { unitId: 'shuju-ziyuan', ...bureau, name: '花都区数据局' })
  assert.equal((await office.call('organisation.get-unit', anonymous, { unitId: 'shuju-ziyuan' })).name, '花都区数据局')
  await office.call('organisation.close-unit', admin, { unitId: 'shuju-ziyuan', reason: '机构改革' })
  assert.equal((await office.call('organisation.get-unit', anonymous, { unitId: 'shuju-ziyuan' })).closed, true)
  const { items } = await office.call('organisation.list-changes', admin, { kind: 'unit', recordId: 'shuju-ziyuan' })
  assert.deepEqual(items.map(({ act, name, reason, by }) => [act, name, reason, by]), [['closed', '花都区数据局', '机构改革', `staff:${admin.id}`], ['changed', '花都区数据局', null, `staff:${admin.id}`], ['created', '花都区数据资源局', null, `staff:${admin.id}`]])
  await assert.rejects(office.call('organisation.change-unit', admin, { unitId: 'shuju-ziyuan', ...bureau }), { code: 'organisation.unit-closed' })
  await assert.rejects(office.call('organisation.assign-role', admin, { staffId: 'HD0074', role: 'reviewer', unitId: 'shuju-ziyuan', from: '2026-09-07' }), { code: 'organisation.unit-closed' })
})

test('the record of changes can be neither altered nor removed by the application', async () => {
  await assert.rejects(office.database.pool.query(`UPDATE organisation_changes SET changed_by = 'staff:HD9999'`), /permission denied/)
  await assert.rejects(office.database.pool.query('DELETE FROM organisation_changes'), /permission denied/)
})

test('a unit with staff or an open matter is not closed, and the office itself never', async () => {
  await anAcceptedCase(office)
  const closing = office.call('organisation.close-unit', admin, { unitId: foodLicence.unit, reason: '误' })
  await assert.rejects(closing, (error: { code: string; details: { staff: number; matters: number } }) => error.code === 'organisation.unit-in-use' && error.details.staff > 0 && error.details.matters === 1)
  await assert.rejects(office.call('organisation.close-unit', admin, { unitId: 'zhengwu-shuju', reason: '误' }), { code: 'organisation.office-stays' })
})

test('a unit has its own key and a true credit code of its own, lies in a known region, and not below itself', async () => {
  const create = (changes: object): Promise<unknown> => office.call('organisation.create-unit', admin, { id: 'xin-danwei', kind: 'department', ...bureau, creditCode: '11440114MB2C09998C', ...changes })
  await assert.rejects(create({ id: 'minzheng' }), { code: 'organisation.key-taken' })
  await assert.rejects(create({ creditCode: '11440114MB2C09998D' }), { code: 'organisation.credit-code-invalid' })
  await assert.rejects(create({ creditCode: '11440114MB2C00144C' }), { code: 'organisation.credit-code-taken' })
  await assert.rejects(create({ regionCode: '999999' }), { code: 'organisation.region-unknown' })
  await assert.rejects(office.call('organisation.change-unit', admin, { unitId: 'qu-zhengfu', ...bureau, creditCode: '11440114MB2C09998C', parentId: 'minzheng' }), { code: 'organisation.parent-below' })
})

test('S-20 the first window of a hall is barrier-free, and the last one that is stays', async () => {
  await office.call('organisation.create-hall', admin, hall)
  const window = { hallId: 'konggang', zone: 'zonghe', number: 1, name: '综合窗口1号', lowCounter: true, units: 'all' as const }
  await assert.rejects(office.call('organisation.create-window', admin, { ...window, lowCounter: false }), { code: 'organisation.last-low-counter' })
  await assert.rejects(office.call('organisation.create-window', admin, { ...window, zone: 'meiyou' }), { code: 'organisation.zone-unknown' })
  assert.deepEqual(await office.call('organisation.create-window', admin, window), { id: 'konggang-zonghe-1' })
  await assert.rejects(office.call('organisation.create-window', admin, window), { code: 'organisation.number-taken' })
  await assert.rejects(office.call('organisation.close-window', admin, { windowId: 'konggang-zonghe-1', reason: '误' }), { code: 'organisation.last-low-counter' })
  await assert.rejects(office.call('organisation.change-window', admin, { windowId: 'konggang-zonghe-1', zone: 'zonghe', number: 1, name: '一号', lowCounter: false, units: 'all' }), { code: 'organisation.last-low-counter' })
})

test('a closed window takes nothing and is no longer listed; a hall closes when nobody sits in it', async () => {
  await office.call('organisation.create-window', admin, { hallId: 'konggang', zone: 'zonghe', number: 2, name: '民政专窗', lowCounter: true, units: ['minzheng'] })
  const accepts = (unitId: string): Promise<boolean> => windowMayAccept(db, { windowId: 'konggang-zonghe-2', unitId, themes: [], itemKey: 'x' })
  assert.deepEqual([await accepts('minzheng'), await accepts(foodLicence.unit)], [true, false])
  const { id } = await office.call('organisation.register-staff', admin, { ...reviewer, signInName: 'chuangkou', hallId: 'konggang', windowId: 'konggang-zonghe-2' })
  await assert.rejects(office.call('organisation.close-window', admin, { windowId: 'konggang-zonghe-2', reason: '调整' }), { code: 'organisation.window-in-use' })
  await assert.rejects(office.call('organisation.close-hall', admin, { hallId: 'konggang', reason: '合并' }), { code: 'organisation.hall-in-use' })
  await office.call('organisation.place-staff', admin, { staffId: id, unitId: 'minzheng', postName: '新设岗位', rank: 'officer', hallId: null, windowId: null })
  await office.call('organisation.close-window', admin, { windowId: 'konggang-zonghe-2', reason: '调整' })
  assert.equal(await accepts('minzheng'), false)
  assert.deepEqual((await office.call('organisation.list-windows', anonymous, { hallId: 'konggang' })).items.map((window) => window.id), ['konggang-zonghe-1'])
  await office.call('organisation.close-hall', admin, { hallId: 'konggang', reason: '合并' })
  assert.equal(await windowMayAccept(db, { windowId: 'konggang-zonghe-1', unitId: 'minzheng', themes: [], itemKey: 'x' }), false)
  assert.ok(!(await office.call('organisation.list-halls', anonymous, { limit: 100 })).items.some((each) => each.id === 'konggang'))
})

test('a new member of staff gets the next number, signs in with the first password, and holds no role until one is given', async () => {
  const { id } = await office.call('organisation.register-staff', admin, reviewer)
  assert.match(id, /^HD0\d{3}$/)
  await office.call('organisation.sign-in', anonymous, { signInName: 'shilixin', password: 'first-password-1' })
  assert.deepEqual((await staffCaller(office, id)).roles, [])
  await office.call('organisation.assign-role', admin, { staffId: id, role: 'reviewer', unitId: 'minzheng', from: '2026-09-07' })
  const member = await office.call('organisation.get-staff-member', admin, { staffId: id })
  assert.deepEqual([member.postName, member.roles.map(({ role }) => role)], ['新设岗位', ['reviewer']])
  await assert.rejects(office.call('organisation.register-staff', admin, reviewer), { code: 'organisation.sign-in-name-taken' })
  await assert.rejects(office.call('organisation.register-staff', admin, { ...reviewer, signInName: 'lingwai', password: 'short' }), { code: 'session.password-too-weak' })
  await assert.rejects(office.call('organisation.register-staff', admin, { ...reviewer, signInName: 'lingwai', from: '2026-09-06' }), { code: 'organisation.past-day' })
  const { rows } = await office.database.pool.query<{ detail: string }>('SELECT detail::text FROM organisation_changes')
  assert.ok(rows.every(({ detail }) => !detail.includes('first-password')), 'no password is kept on record')
})

test('who leaves is signed out, holds no role after the last day, and cannot sign in any more', async () => {
  const { token } = await office.call('organisation.sign-in', anonymous, { signInName: 'shilixin', password: 'first-password-1' })
  const { id } = (await office.call('organisation.list-staff', admin, { unitId: 'minzheng', limit: 100 })).items.find(({ signInName }) => signInName === 'shilixin') ?? { id: '' }
  await office.call('organisation.end-employment', admin, { staffId: id, lastDay: '2026-09-07', reason: '调离' })
  assert.equal((await findCaller(db, token, office.clock.now())).kind, 'anonymous')
  assert.equal((await staffCaller(office, id)).roles.length, 1)
  office.clock.set(new Date('2026-09-08T09:00:00+08:00'))
  await assert.rejects(staffCaller(office, id), { code: 'organisation.not-in-office' })
  await assert.rejects(office.call('organisation.sign-in', anonymous, { signInName: 'shilixin', password: 'first-password-1' }), { code: 'organisation.not-in-office' })
  await assert.rejects(office.call('organisation.end-employment', admin, { staffId: id, lastDay: '2026-09-09', reason: '调离' }), { code: 'organisation.left-already' })
})

test('only the administrator changes units, halls, windows and staff; others do not even see the record', async () => {
  for (const caller of [await clerk(office), await headOf(office, 'minzheng')]) {
    await assert.rejects(office.call('organisation.create-unit', caller, { id: 'xin-danwei', kind: 'department', ...bureau }), { code: 'contract.not-permitted' })
    await assert.rejects(office.call('organisation.close-hall', caller, { hallId: 'qu-zhengwu', reason: '误' }), { code: 'contract.not-permitted' })
    await assert.rejects(office.call('organisation.end-employment', caller, { staffId: 'HD0148', lastDay: '2026-12-31', reason: '误' }), { code: 'contract.not-permitted' })
    await assert.rejects(office.call('organisation.get-staff-member', caller, { staffId: 'HD0148' }), { code: 'contract.not-permitted' })
    await assert.rejects(office.call('organisation.list-changes', caller, {}), { code: 'contract.not-permitted' })
  }
})
