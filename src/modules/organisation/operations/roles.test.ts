import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { getActingHeads, listEligible } from '#modules/organisation/index.ts'
import { administrator, approverOf, headOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
beforeEach(() => office.clock.set(mondayMorning))
const { db } = office.database

const bureau = 'shichang-jianguan'
const at = (day: string): void => office.clock.set(new Date(`${day}T09:00:00+08:00`))
const signInAs = async (signInName: string): Promise<string> => (await office.call('organisation.sign-in', anonymous, { signInName, password: 'yimen-demo' })).token
const kindOf = async (token: string): Promise<string> => (await findCaller(db, token, office.clock.now())).kind

test('a role counts from its first day to its last, both included, and a change of roles signs the member out', async () => {
  const admin = await administrator(office)
  const token = await signInAs('bishuzhen')
  await office.call('organisation.assign-role', admin, { staffId: 'HD0074', role: 'reviewer', unitId: bureau, from: '2026-09-08', to: '2026-09-09' })
  assert.equal(await kindOf(token), 'anonymous')
  const isEligibleOn = async (day: `${number}-${number}-${number}`) => (await listEligible(db, { unitId: bureau, role: 'reviewer', day, except: [] })).includes('HD0074')
  assert.deepEqual([await isEligibleOn('2026-09-07'), await isEligibleOn('2026-09-08'), await isEligibleOn('2026-09-09'), await isEligibleOn('2026-09-10')], [false, true, true, false])
  at('2026-09-09')
  assert.ok((await staffCaller(office, 'HD0074')).roles.some((held) => held.role === 'reviewer'))
  at('2026-09-10')
  assert.ok(!(await staffCaller(office, 'HD0074')).roles.some((held) => held.role === 'reviewer'))
})

test('a role ends with a last day; what was held before stays on record', async () => {
  const admin = await administrator(office)
  const approver = await approverOf(office, 'minzheng')
  const ended = await office.call('organisation.end-role', admin, { staffId: approver.id, role: 'approver', unitId: 'minzheng', lastDay: '2026-09-07' })
  assert.equal(ended.to, '2026-09-07')
  assert.ok((await listEligible(db, { unitId: 'minzheng', role: 'approver', day: '2026-09-07', except: [] })).includes(approver.id))
  assert.ok(!(await listEligible(db, { unitId: 'minzheng', role: 'approver', day: '2026-09-08', except: [] })).includes(approver.id))
  await assert.rejects(office.call('organisation.end-role', admin, { staffId: approver.id, role: 'approver', unitId: 'minzheng', lastDay: '2026-09-30' }), { code: 'organisation.role-not-held' })
})

test('no role is given for the past, twice, or beside one that excludes it', async () => {
  const admin = await administrator(office)
  const give = (staffId: string, role: 'approver' | 'reviewer' | 'windowClerk', from: '2026-09-06' | '2026-09-07') =>
    office.call('organisation.assign-role', admin, { staffId, role, unitId: 'zhengwu-shuju', from })
  await assert.rejects(give('HD0002', 'reviewer', '2026-09-06'), { code: 'organisation.past-day' })
  await assert.rejects(give('HD0148', 'approver', '2026-09-07'), { code: 'organisation.roles-exclude-each-other' })
  await assert.rejects(give('HD0148', 'windowClerk', '2026-09-07'), { code: 'organisation.role-already-held' })
  await assert.rejects(give('HD9999', 'reviewer', '2026-09-07'), { code: 'organisation.staff-unknown' })
})

test('S-22 a supervisor is given no other role', async () => {
  const admin = await administrator(office)
  const given = office.call('organisation.assign-role', admin, { staffId: 'HD0013', role: 'reviewer', unitId: bureau, from: '2026-09-07' })
  await assert.rejects(given, { code: 'organisation.roles-exclude-each-other' })
})

test('only the administrator changes roles', async () => {
  const head = await headOf(office, bureau)
  await assert.rejects(office.call('organisation.assign-role', head, { staffId: 'HD0074', role: 'reviewer', unitId: bureau, from: '2026-10-08' }), { code: 'contract.not-permitted' })
})

test('two administrators who give two excluding roles at the same time cannot both succeed', async () => {
  const admin = await administrator(office)
  const give = (role: 'windowClerk' | 'approver') => office.call('organisation.assign-role', admin, { staffId: 'HD0002', role, unitId: 'zhengwu-shuju', from: '2026-09-07' })
  const outcomes = await Promise.allSettled([give('windowClerk'), give('approver')])
  assert.deepEqual(outcomes.map((outcome) => outcome.status).toSorted(), ['fulfilled', 'rejected'])
})

test('the head of a unit sees the own staff only, the supervisor all', async () => {
  const head = await headOf(office, bureau)
  const own = await office.call('organisation.list-staff', head, { limit: 100 })
  assert.ok(own.items.length > 0 && own.items.every((member) => member.unitId === bureau))
  await assert.rejects(office.call('organisation.list-staff', head, { unitId: 'minzheng' }), { code: 'organisation.unit-unknown' })
  const all = await office.call('organisation.list-staff', await staffCaller(office, 'HD0013'), { limit: 100 })
  assert.equal(all.items.length, 100)
  assert.ok(all.nextCursor)
  await assert.rejects(office.call('organisation.list-staff', await approverOf(office, bureau), {}), { code: 'contract.not-permitted' })
})

test('officers of the own unit are listed by name to everybody who works there, and nobody of another unit', async () => {
  const reviewer = await reviewerOf(office, bureau)
  const { items } = await office.call('organisation.list-colleagues', reviewer, { limit: 100 })
  assert.ok(items.some(({ id, name }) => id === reviewer.id && name === reviewer.name))
  const own = await office.call('organisation.list-staff', await headOf(office, bureau), { limit: 100 })
  const officers = own.items.filter((member) => member.roles.some(({ role, unitId }) => (role === 'reviewer' || role === 'approver') && unitId === bureau))
  assert.deepEqual(items.map(({ id }) => id), officers.map(({ id }) => id))
  const [first] = (await office.call('organisation.list-colleagues', reviewer, { limit: 1 })).items
  assert.deepEqual((await office.call('organisation.list-colleagues', reviewer, { limit: 1, cursor: first?.id })).items, items.slice(1, 2))
})

test('a deputy with all powers signs in as head, one with some powers as acting head', async () => {
  assert.deepEqual((await staffCaller(office, 'HD0002')).roles.filter((held) => held.role === 'unitHead'), [{ role: 'unitHead', unitId: 'zhengwu-shuju' }])
  assert.ok((await staffCaller(office, 'HD0074')).roles.some((held) => held.role === 'actingHead' && held.unitId === bureau))
  assert.ok(!(await staffCaller(office, 'HD0031')).roles.some((held) => held.role.endsWith('Head')))
})

test('only powers that the agency names may be used by the deputy', async () => {
  const acting = async (power: 'extendLimit' | 'revokePermit') => (await getActingHeads(db, { unitId: bureau, day: '2026-09-07', power })).map((one) => `${one.rank} ${one.staffId}`)
  assert.deepEqual(await acting('extendLimit'), ['head HD0073', 'actingHead HD0074'])
  assert.deepEqual(await acting('revokePermit'), ['head HD0073'])
  await assert.rejects(getActingHeads(db, { unitId: 'qu-zhengwu-none', day: '2026-09-07', power: 'stopClock' }), { code: 'organisation.no-head' })
})

test('a head grants an agency for some days and takes it back', async () => {
  const head = await headOf(office, 'minzheng')
  const [deputyId = ''] = await listEligible(db, { unitId: 'minzheng', role: 'reviewer', day: '2026-09-07', except: [] })
  const days = { from: '2026-09-14', to: '2026-09-18' } as const
  const { id } = await office.call('organisation.grant-head-agency', head, { unitId: 'minzheng', deputyId, powers: 'all', ...days })
  const ranks = async (day: typeof days.from | '2026-09-13' | '2026-09-19') => (await getActingHeads(db, { unitId: 'minzheng', day, power: 'stopClock' })).map((one) => one.rank)
  assert.deepEqual([await ranks('2026-09-13'), await ranks('2026-09-14'), await ranks('2026-09-19')], [['head'], ['head', 'actingHead'], ['head']])

  await assert.rejects(office.call('organisation.grant-head-agency', head, { unitId: 'minzheng', deputyId, powers: ['holdHearing'], ...days }), { code: 'organisation.agency-overlaps' })
  await assert.rejects(office.call('organisation.end-head-agency', await headOf(office, bureau), { id }), { code: 'organisation.agency-unknown' })
  at('2026-09-15')
  assert.equal((await office.call('organisation.end-head-agency', head, { id })).endedOn, '2026-09-15')
  assert.deepEqual(await ranks('2026-09-14'), ['head', 'actingHead'])
  assert.deepEqual((await getActingHeads(db, { unitId: 'minzheng', day: '2026-09-15', power: 'stopClock' })).map((one) => one.rank), ['head'])
  await assert.rejects(office.call('organisation.end-head-agency', head, { id }), { code: 'organisation.agency-ended' })
})

test('a deputy with all powers cannot pass them on', async () => {
  const deputy = await staffCaller(office, 'HD0002')
  const granted = office.call('organisation.grant-head-agency', deputy, { unitId: 'zhengwu-shuju', deputyId: 'HD0003', powers: ['stopClock'], from: '2028-01-03', to: '2028-01-07' })
  await assert.rejects(granted, { code: 'organisation.agency-not-granted-by-head' })
})

test('the application cannot rewrite who held a role since when', async () => {
  for (const act of [`UPDATE role_assignments SET from_on = '2020-01-01'`, 'DELETE FROM role_assignments', `UPDATE head_agencies SET powers = NULL`, 'DELETE FROM head_agencies']) {
    await assert.rejects(office.database.pool.query(act), /permission denied/)
  }
})
