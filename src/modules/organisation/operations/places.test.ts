import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { getOffice, getStaff, getWindow, windowMayAccept } from '#modules/organisation/index.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { loadOrganisation } from '../../../city/load-organisation.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { db } = office.database

const counts = async (): Promise<unknown> =>
  (
    await office.database.pool.query(`SELECT (SELECT count(*) FROM regions) AS regions, (SELECT count(*) FROM units) AS units, (SELECT count(*) FROM windows) AS windows,
      (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM role_assignments) AS roles, (SELECT count(*) FROM head_agencies) AS agencies, (SELECT count(*) FROM credentials) AS credentials`)
  ).rows[0]

test('loading the organisation again changes nothing', async () => {
  const before = await counts()
  await loadOrganisation(office.app)
  assert.deepEqual(await counts(), before)
  assert.deepEqual(before, { ...(before as object), units: 56, windows: 30, staff: 231, credentials: 231 })
})

test('nobody but the program loads an organisation', async () => {
  await assert.rejects(office.call('organisation.load-organisation', anonymous, { regions: [], units: [], halls: [], windows: [], posts: [], roles: [], staff: [], headAgencies: [] }), { code: 'contract.sign-in-required' })
})

test('the towns and streets of the district are listed below it, page by page', async () => {
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await office.call('organisation.list-regions', anonymous, { parent: '440114', limit: 4, ...(cursor === undefined ? {} : { cursor }) })
    assert.ok(page.items.length <= 4)
    names.push(...page.items.map((region) => region.name))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  assert.equal(names.length, 10)
  assert.deepEqual([names[0], names.at(-1)], ['新华街道', '狮岭镇'])
})

test('everybody may look up a unit with its telephones, and an unknown one is not found', async () => {
  const unit = await office.call('organisation.get-unit', anonymous, { unitId: 'zhengwu-shuju' })
  assert.deepEqual([unit.name, unit.kind, unit.phones.consult], ['花都区政务服务数据管理局', 'office', '020-00008021'])
  assert.equal((await getOffice(db)).id, 'zhengwu-shuju')
  await assert.rejects(office.call('organisation.get-unit', anonymous, { unitId: 'meiyou' }), { code: 'organisation.unit-unknown' })
})

test('a hall tells its address, its opening hours and its windows', async () => {
  const hall = await office.call('organisation.get-hall', anonymous, { hallId: 'qu-zhengwu' })
  assert.deepEqual([hall.openingHours.length, hall.zones.length, hall.areaSquareMetres], [3, 3, 12600])
  const { items } = await office.call('organisation.list-windows', anonymous, { hallId: 'qu-zhengwu', limit: 100 })
  assert.ok(items.some((window) => window.kind === 'DEDICATED') && items.some((window) => window.lowCounter))
  assert.equal((await office.call('organisation.list-halls', anonymous, {})).items.length, 3)
})

test('a general window takes every item of its hall, a dedicated one its own only', async () => {
  const { items } = await office.call('organisation.list-windows', anonymous, { hallId: 'qu-zhengwu', limit: 100 })
  const dedicated = items.find((window) => window.kind === 'DEDICATED')
  const general = items.find((window) => window.kind === 'GENERAL')
  assert.ok(dedicated && general)
  const foreign = { unitId: 'no-such-unit', themes: [], itemKey: 'no-such-item' }
  assert.equal(await windowMayAccept(db, { windowId: general.id, ...foreign }), true)
  assert.equal(await windowMayAccept(db, { windowId: dedicated.id, ...foreign }), false)
  const scope = dedicated.scope
  assert.ok(scope.kind === 'selected')
  const [unitId = 'none', theme = 'none', itemKey = 'none'] = [scope.units[0], scope.themes[0], scope.items[0]]
  assert.equal(await windowMayAccept(db, { windowId: dedicated.id, unitId, themes: [theme], itemKey }), true)
})

test('a member of staff sits at a window and holds a post', async () => {
  const clerk = await getStaff(db, 'HD0148')
  assert.deepEqual([clerk.unitId, clerk.rank, clerk.windowId], ['zhengwu-shuju', 'clerk', 'qu-zhengwu-zonghe-1'])
  assert.equal((await getWindow(db, clerk.windowId ?? '')).hallId, 'qu-zhengwu')
  await assert.rejects(getStaff(db, 'HD9999'), { code: 'organisation.staff-unknown' })
})

test('no private telephone of a member of staff is kept', async () => {
  const { rows } = await office.database.pool.query<{ row: string }>('SELECT to_jsonb(staff)::text AS row FROM staff')
  assert.equal(rows.length, 231)
  assert.deepEqual(rows.filter(({ row }) => /1380000\d{4}/.test(row)), [])
})
