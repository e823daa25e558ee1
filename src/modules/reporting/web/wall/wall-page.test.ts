import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { administrator, clerk, headOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
before(async () => {
  await anAcceptedCase(office)
  setTime(office, '2026-09-18', '10:40')
  await office.call('kernel.raise-signals', law, {})
})

async function wallFor(caller: Awaited<ReturnType<typeof clerk>>, query = ''): Promise<string> {
  const { status, html } = await pages.get(`/wall${query}`, caller)
  assert.equal(status, 200)
  return html
}

test('the wall shows rates with their parts, a red card, the curve and the map, and nothing that our policy blocks', async () => {
  const html = await wallFor(await staffCaller(office, 'HD0013'))
  assert.match(html, /按时办结率/)
  assert.match(html, /0 \/ 1/)
  assert.match(html, /分母含逾期未办结量1件/)
  assert.match(html, />红1<\/a>　<a [^>]*>黄1</)
  assert.match(html, /<div class="drawing" role="img" aria-label="[^"]+"><svg /)
  assert.match(html, /<svg class="chart wall-map"/)
  assert.doesNotMatch(html, / style=|<style|<script(?! type="module" src=)/)
})

test('every figure of the wall leads to a page with as many rows as the figure says', async () => {
  const caller = await staffCaller(office, 'HD0013')
  const hrefs = [...new Set([...(await wallFor(caller)).matchAll(/href="(\/figures\/[^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&')))]
  assert.ok(hrefs.length >= 8)
  for (const part of ['/cases.received?from=2026-09-07&to=2026-09-07', '/cases.decided?from=2026-09-01&to=2026-09-18', '&hallId=none']) assert.ok(hrefs.some((href) => href.endsWith(part)), part)
  for (const href of hrefs) {
    const { status, html } = await pages.get(href, caller)
    assert.equal(status, 200, href)
    const listed = Number(/清单共(\d+)条/.exec(html)?.[1])
    assert.equal(html.match(/data-title="计入分子"/g)?.length ?? 0, listed, href)
  }
})

/** What is left of the wall without its links: no digit, but those of days, of rates whose parts are links beside them, and of days on which nothing was. */
function unlinkedFigures(html: string): readonly string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? assert.fail('no page')
  const rest = main.replaceAll(/<a [\s\S]*?<\/a>|<svg[\s\S]*?<\/svg>|<form[\s\S]*?<\/form>|<h[12][\s\S]*?<\/h[12]>|<th[ >][\s\S]*?<\/th>|<td[^>]*>0<\/td>/g, '')
  const texts = rest.replaceAll(/<[^>]*>/g, '\n').split('\n')
  return texts.map((text) => text.replaceAll(/\d+月\d+日|\d+(?:\.\d+)?%/g, '').trim()).filter((text) => /\d/.test(text))
}

test('no figure of the wall stands without a link, also on a day without any card', async () => {
  const caller = await staffCaller(office, 'HD0013')
  for (const query of ['', '?day=2026-09-08&time=09:00']) assert.deepEqual(unlinkedFigures(await wallFor(caller, query)), [], query)
})

test('each hall is a dot on the map that names it and leads to what it received, also where two stand in one town', async () => {
  const newHall = { id: 'qu-xin-zhongxin', name: '新开的政务服务中心', kind: 'subCenter', unitId: 'zhengwu-zhongxin', regionCode: '440114001', address: '新华街道示例路1号', areaSquareMetres: 300, phone: '020-00009911' } as const
  await office.call('organisation.create-hall', await administrator(office), { ...newHall, openingHours: [{ weekdays: [1], from: '09:00', to: '17:00', applicants: 'all' }], zones: [{ key: 'zonghe', name: '综合受理区', floor: 1 }] })
  const map = /<svg class="chart wall-map"[\s\S]*?<\/svg>/.exec(await wallFor(await staffCaller(office, 'HD0013')))?.[0] ?? assert.fail('no map')
  const dots = [...map.matchAll(/<a class="hall" href="\/figures\/cases\.received\?[^"]*hallId=([a-z-]+)"><title>\d号，([^<]+)，收件\d+件<\/title>/g)].map(([, id, name]) => `${id} ${name}`)
  const { items } = await office.call('organisation.list-halls', await administrator(office), { limit: 50 })
  assert.deepEqual(dots.toSorted(), items.map(({ id, name }) => `${id} ${name}`).toSorted())
  const points = [...map.matchAll(/<circle cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => `${x} ${y}`)
  assert.equal(new Set(points).size, items.length)
})

test('who waits in the halls now stands on the wall of now alone, and leads to the line of each hall', async () => {
  const inHall = await clerk(office)
  await office.call('reception.take-ticket', inHall, { kind: 'general' })
  await office.call('reception.take-ticket', inHall, { kind: 'priority' })
  await office.call('reception.call-next', inHall, {})
  const supervisor = await staffCaller(office, 'HD0013')
  const html = await wallFor(supervisor)
  assert.match(html, /大厅现在等候<\/dt><dd><a href="#halls">1<\/a>/)
  assert.ok(html.includes(`<a href="/hall?hall=${inHall.hallId}">1</a>`))
  const { waiting } = await office.call('reception.get-hall-day', supervisor, { hallId: inHall.hallId })
  assert.equal(waiting.length, 1)
  assert.doesNotMatch(await wallFor(supervisor, '?day=2026-09-08&time=09:00'), /等候/)
  assert.doesNotMatch(await wallFor(await headOf(office, foodLicence.unit)), /href="\/hall/)
})

test('a number that is handed out or called in any hall wakes the wall of now, one of another day and what happens at the window do not', async () => {
  const [supervisor, inHall] = [await staffCaller(office, 'HD0013'), await clerk(office)]
  const html = await wallFor(supervisor)
  const topics = /<div id="live-wall" data-live="([^"]+)" data-seen="\w+" data-rest="10">/.exec(html)?.[1] ?? assert.fail('the wall watches nothing')
  const token = async (): Promise<string> => (await office.call('kernel.get-live-state', supervisor, { topics })).token
  const before = await token()
  await office.call('reception.take-ticket', inHall, { kind: 'general' })
  const taken = await token()
  assert.notEqual(taken, before)
  await office.call('reception.start-service', inHall, {})
  assert.equal(await token(), taken)
  await office.call('reception.finish-service', inHall, {})
  await office.call('reception.call-next', inHall, {})
  assert.notEqual(await token(), taken)
  const called = await token()
  await office.database.pool.query(`INSERT INTO hall_tickets (id, hall_id, issued_on, kind, serial, taken_at, handed_out_by) VALUES (gen_random_uuid(), $1, '2026-09-17', 'general', 1, '2026-09-17T09:00:00+08:00', 'HD0148')`, [inHall.hallId])
  assert.equal(await token(), called)
  assert.doesNotMatch(await wallFor(supervisor, '?day=2026-09-08&time=09:00'), /data-live=/)
  await assert.rejects(office.call('kernel.get-live-state', inHall, { topics }), { code: 'contract.not-permitted' })
})

test('the wall of a past day says so and leads back to now', async () => {
  const html = await wallFor(await staffCaller(office, 'HD0013'), '?day=2026-09-08&time=09:00')
  assert.match(html, /按9月8日 9:00的样子/)
  assert.match(html, /回到现在/)
  assert.match(html, />红0<\/a>　<a [^>]*>黄0</)
})

test('the head of a unit sees the figures of all and links only to the lists of the own unit', async () => {
  const html = await wallFor(await headOf(office, foodLicence.unit))
  const hrefs = [...html.matchAll(/href="(\/figures\/[^"]+)"/g)].map(([, href]) => href ?? '')
  assert.ok(hrefs.length > 0)
  assert.ok(hrefs.every((href) => href.includes(`unitId=${foodLicence.unit}`)))
})

test('the head of a unit opens the cases behind a figure of the own unit in the office, and the ledger of each', async () => {
  const head = await headOf(office, foodLicence.unit)
  const { number } = await aSubmittedCase(office)
  const { status, html } = await pages.get(`/figures/cases.received?from=2026-09-01&to=2026-09-30&unitId=${foodLicence.unit}`, head)
  assert.equal(status, 200)
  assert.ok(html.includes(`href="/office/cases/${number}"`) && html.includes(`href="/api/v1/cases/${number}/ledger"`))
  assert.equal((await pages.get(`/office/cases/${number}`, head)).status, 200)
})

test('a clerk is refused, and whoever is not signed in is asked to', async () => {
  assert.equal((await pages.get('/wall', await clerk(office))).status, 403)
  assert.match((await pages.get('/wall')).location ?? '', /staff\/sign-in/)
})
