import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { InputOf } from '#app'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import { administrator, clerk } from '#test/harness/callers.ts'
import { aDecidedCase, aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice, testConfig } from '#test/harness/office.ts'
import { statementsOf } from '#test/harness/count-statements.ts'
import { lifecycles } from '../../app.ts'
import { createServices } from '../../process.ts'

// Monday 7 September 2026, nine in the morning; the tests go on from each other's days.
const office = await openTestOffice({ with: 'city' })
const owner = new pg.Client({ connectionString: office.ownerUrl })
after(async () => {
  await owner.end()
  await office.close()
})
let admin: StaffCaller
before(async () => {
  await owner.connect()
  await owner.query('SET search_path TO yimen')
  admin = await administrator(office)
})

const notice = 'cases.acceptance-notice'
type Change = InputOf<'kernel.change-setting'>
type Day = Change['validFrom']

const change = (changes: Partial<Change>): Promise<unknown> => office.call('kernel.change-setting', admin, { key: notice, value: 3, validFrom: '2026-09-09', reason: '压缩受理时限', document: '穗花政数〔2026〕12号', ...changes })
const refusalOf = (act: Promise<unknown>): Promise<Refusal | undefined> =>
  act.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )
const codeOf = async (act: Promise<unknown>): Promise<string | undefined> => (await refusalOf(act))?.code

async function valueOf(key: string, on?: Day): Promise<number | string | undefined> {
  const { items } = await office.call('kernel.list-settings', admin, on === undefined ? {} : { on })
  return items.find((item) => item.key === key)?.value
}

/** The working days with which the clock of that name was armed, and the last day that they give. */
async function armed(number: string, clock: string): Promise<readonly [number, string] | undefined> {
  const { rows } = await owner.query<{ value: number; due: string }>(
    `SELECT (t.body -> 'budget' ->> 'value')::int AS value, to_char((t.due_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due
     FROM timers t JOIN matters m ON m.id = t.matter_id WHERE m.number = $1 AND t.name = $2 ORDER BY t.id`,
    [number, clock],
  )
  return rows[0] && [rows[0].value, rows[0].due]
}

test('before a city decides anything, every local rule has its default, a title, a basis, and keeps the bound of the law', async () => {
  const { items } = await office.call('kernel.list-settings', admin, {})
  assert.ok(items.length >= 19)
  for (const item of items) {
    assert.deepEqual([item.value, item.since, item.next], [item.default, null, null], item.key)
    assert.match(`${item.title} ${item.basis}`, /^[一-龥].+ .*[一-龥]/, item.key)
    assert.doesNotMatch(item.basis, /行政许可法/, 'the law stands in the bound')
  }
  const found = items.find(({ key }) => key === notice)
  assert.deepEqual([found?.value, found?.unit, found?.bound], [5, 'WORKING_DAY', { sense: 'atMost', value: 5, law: '《行政许可法》第三十二条第一款第四项' }])
})

test('a list of one page leads to the next, and no rule is listed twice', async () => {
  const first = await office.call('kernel.list-settings', admin, { limit: 5 })
  const second = await office.call('kernel.list-settings', admin, { limit: 500, cursor: first.nextCursor ?? '' })
  const all = await office.call('kernel.list-settings', admin, {})
  assert.deepEqual([...first.items, ...second.items].map(({ key }) => key), all.items.map(({ key }) => key))
})

test('a rule beyond the bound of the law is refused with the article, and one that cannot be meant as well', async () => {
  const refused = await refusalOf(change({ value: 6 }))
  assert.equal(refused?.code, 'settings.beyond-the-law')
  assert.deepEqual(refused.details, { sense: 'atMost', value: 5, law: '《行政许可法》第三十二条第一款第四项' })
  assert.equal(await codeOf(change({ key: 'cases.decision', value: 21 })), 'settings.beyond-the-law')
  for (const value of [2.5, -1]) assert.equal(await codeOf(change({ value })), 'settings.out-of-range')
  assert.equal(await codeOf(change({ key: 'cases.correction', value: 0 })), 'settings.out-of-range')
  assert.equal(await codeOf(change({ key: 'cases.no-such-rule' })), 'settings.unknown')
  assert.equal(await codeOf(change({ value: 5 })), 'settings.unchanged')
})

test('only the administrator changes a rule', async () => {
  const input = { key: notice, value: 3, validFrom: '2026-09-09' as const, reason: '压缩', document: '无' }
  assert.equal(await codeOf(office.call('kernel.change-setting', await clerk(office), input)), 'contract.not-permitted')
  assert.equal(await codeOf(office.call('kernel.withdraw-setting-change', await clerk(office), { key: notice, validFrom: '2026-09-09', reason: '误' })), 'contract.not-permitted')
})

test('no day that has begun is ruled anew: a change begins tomorrow at the earliest', async () => {
  for (const validFrom of ['2026-09-06', '2026-09-07'] as const) assert.equal(await codeOf(change({ validFrom })), 'settings.day-has-begun')
})

test('C-01 a shorter limit holds for applications from its day on and not before; a clock that runs keeps the limit that it was armed with', async () => {
  assert.equal(await codeOf(change({})), undefined)
  assert.equal(await codeOf(change({ value: 4 })), 'settings.already-set')
  assert.deepEqual([await valueOf(notice), await valueOf(notice, '2026-09-08'), await valueOf(notice, '2026-09-09')], [5, 5, 3])
  office.clock.set(new Date('2026-09-08T23:59:59+08:00'))
  const before = await aSubmittedCase(office)
  office.clock.set(new Date('2026-09-09T00:00:00+08:00'))
  const later = await aSubmittedCase(office)
  assert.deepEqual([await armed(before.number, 'acceptance-notice'), await armed(later.number, 'acceptance-notice')], [[5, '2026-09-15'], [3, '2026-09-14']])
  const { items } = await office.call('kernel.list-settings', admin, {})
  const { value, since, default: shipped, basis } = items.find(({ key }) => key === notice) ?? {}
  assert.deepEqual([value, since, shipped, basis], [3, '2026-09-09', 5, '穗花政数〔2026〕12号'])
  assert.equal(await valueOf(notice, '2026-09-08'), 5, 'what held on a past day can still be read')
})

test('C-01 a clock with a local limit names the article and, beside it, that the days are the city’s', async () => {
  const { number } = await aSubmittedCase(office)
  const { rows } = await owner.query<{ reference: string }>(`SELECT t.body ->> 'legalReference' AS reference FROM timers t JOIN matters m ON m.id = t.matter_id WHERE m.number = $1 AND t.name = 'acceptance-notice'`, [number])
  assert.equal(rows[0]?.reference, '《行政许可法》第三十二条第一款第四项（法定5个工作日以内，本地规定3个工作日）')
})

test('C-07 a shorter time to deliver moves the due date of decisions from its day on', async () => {
  office.clock.set(new Date('2026-09-09T10:00:00+08:00'))
  await change({ key: 'cases.delivery', value: 2, validFrom: '2026-09-10' })
  const early = await aDecidedCase(office)
  office.clock.set(new Date('2026-09-10T10:00:00+08:00'))
  const later = await aDecidedCase(office)
  assert.deepEqual([await armed(early.number, 'delivery'), await armed(later.number, 'delivery')], [[10, '2026-09-22'], [2, '2026-09-14']])
})

test('a change that has not begun can be withdrawn and stays in the history; one that has begun cannot', async () => {
  office.clock.set(new Date('2026-09-10T11:00:00+08:00'))
  await change({ value: 2, validFrom: '2026-10-09' })
  assert.equal((await office.call('kernel.get-setting-history', admin, { key: notice })).setting.next?.validFrom, '2026-10-09')
  await office.call('kernel.withdraw-setting-change', admin, { key: notice, validFrom: '2026-10-09', reason: '文件暂缓施行' })
  assert.equal(await codeOf(office.call('kernel.withdraw-setting-change', admin, { key: notice, validFrom: '2026-10-09', reason: '再来一次' })), 'settings.change-unknown')
  assert.equal(await codeOf(office.call('kernel.withdraw-setting-change', admin, { key: notice, validFrom: '2026-09-09', reason: '后悔' })), 'settings.day-has-begun')
  const { setting, changes } = await office.call('kernel.get-setting-history', admin, { key: notice })
  assert.deepEqual([setting.value, setting.next], [3, null])
  assert.deepEqual(changes.map(({ value, validFrom, withdrawn }) => [value, validFrom, withdrawn?.reason ?? null]), [[2, '2026-10-09', '文件暂缓施行'], [3, '2026-09-09', null]])
  assert.equal(changes[1]?.by, `staff:${admin.id}`)
})

test('two administrators who change the same rule for the same day at once: one of them is told', async () => {
  const codes = await Promise.all([1, 2].map((value) => codeOf(change({ key: 'cases.gap', value, validFrom: '2026-12-01' }))))
  assert.deepEqual(new Set(codes), new Set(['settings.already-set', undefined]))
})

test('another process hears of a change by the version in the database', async () => {
  const other = createServices(testConfig(), office.clock)
  assert.equal(other.settings.version, 0)
  await other.freshness.keepFresh(office.app.db)
  const { changes } = await office.call('kernel.get-setting-history', admin, { key: notice })
  assert.deepEqual(other.settings.changesOf(notice).map(({ validFrom, value }) => [validFrom, value]).toReversed(), changes.map(({ validFrom, value }) => [validFrom, value]))
})

test('calendar and local rules are asked for in one statement, and none within two seconds', async () => {
  const services = createServices(testConfig(), office.clock)
  await services.freshness.keepFresh(office.app.db)
  assert.deepEqual(await statementsOf(() => services.freshness.keepFresh(office.app.db)), [])
  services.freshness.expectChange()
  assert.equal((await statementsOf(() => services.freshness.keepFresh(office.app.db))).length, 1)
})

test('a rule that somebody changed behind the ledger’s back is found by the check', async () => {
  const options = { publicKey: office.app.services.officeKey.publicKey, lifecycles }
  assert.equal((await verifyLedger(office.app.db, options)).ok, true)
  await owner.query(`UPDATE matter_events e SET detail = jsonb_set(detail, '{value}', '9') FROM matters m WHERE m.id = e.matter_id AND m.number = $1 AND e.seq = 1`, [notice])
  const outcome = await verifyLedger(office.app.db, options)
  assert.equal(outcome.ok ? undefined : outcome.fault.number, notice)
})
