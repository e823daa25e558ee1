import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { type InputOf, lifecycles } from '#app'
import { anonymous } from '#kernel/access/caller.ts'
import { FiledAppeal, hotlineCategories } from '#modules/hotline/index.ts'
import { anEvent, gridCell, gridPeople, seenEvent } from '#test/harness/grid.ts'
import { anOrder, hotlinePeople } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { faultsOf } from '#test/open311/georeport-schemas.ts'
import words from './locales/zh-CN.json' with { type: 'json' }
import type { Request, Service } from './schema.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

const W3cDate = z.iso.datetime({ offset: true })
const Faults = z.array(z.strictObject({ code: z.number(), description: z.string().min(1) })).min(1)

const read = async (path: string): Promise<unknown> => JSON.parse((await pages.get(`/open311/v2/${path}`)).html)
const requests = async (query = ''): Promise<readonly Request[]> => {
  const answer = await read(`requests.json${query}`)
  assert.deepEqual(faultsOf('requests', answer), [])
  return answer as readonly Request[]
}

test('discovery, services and definitions have the shapes of the standard, in both formats', async () => {
  const { endpoints } = z.object({ changeset: W3cDate, contact: z.string(), key_service: z.string(), endpoints: z.array(z.object({ specification: z.string(), url: z.url(), changeset: W3cDate, type: z.enum(['production', 'test']), formats: z.array(z.string()) })) }).parse(await read('discovery.json'))
  assert.equal(endpoints[0]?.url, 'http://office.test/open311/v2')
  const services = (await read('services.json')) as readonly Service[]
  assert.deepEqual(faultsOf('services', services), [])
  for (const { service_code: code } of services) assert.deepEqual(faultsOf('definition', await office.call('open311.get-offer', anonymous, { code })), [], code)
  assert.equal(new Set(services.map(({ service_code: code }) => code)).size, services.length)
  assert.match((await pages.get('/open311/v2/services.xml')).html, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<services><service><service_code>P0101<\/service_code><service_name>上水井盖<\/service_name>/)
  const definition = z.object({ service_code: z.literal('E0102'), attributes: z.array(z.object({ variable: z.literal(false), code: z.string(), datatype: z.literal('text'), required: z.literal(false), datatype_description: z.string(), order: z.number(), description: z.string() })) }).parse(await read('services/E0102.json'))
  assert.equal(definition.attributes.length, 1)
  assert.match((await pages.get('/open311/v2/services/housing.xml')).html, /<code>kind<\/code><datatype>singlevaluelist<\/datatype>[\s\S]*<values><value><key>consult<\/key><name>咨询<\/name><\/value>/)
  assert.match((await pages.get('/open311/v2/services/E0102.xml')).html, /<service_definition><service_code>E0102<\/service_code><attributes><attribute><variable>false<\/variable>/)
})

test('a request is posted as a form and read again; its words, name and telephone are not', async () => {
  const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  const posted = await pages.post('/open311/v2/requests.json', anonymous, { service_code: 'E0102', description: '王小明家门口<垃圾>', lat: String(latitude), long: String(longitude), first_name: '小明', last_name: '王', phone: '13900001234', jurisdiction_id: '440114' })
  assert.equal(posted.status, 201)
  const told: unknown = JSON.parse(posted.html)
  assert.deepEqual(faultsOf('posted', told), [])
  const id = (told as readonly { readonly service_request_id: string }[])[0]?.service_request_id ?? ''
  const found = await requests(`?service_request_id=${id}`)
  assert.deepEqual(await read(`requests/${id}.json`), found)
  assert.deepEqual(found.map((request) => [request.status, request.service_name, request.address_id, request.description]), [['open', '暴露垃圾', gridCell, null]])
  const { html } = await pages.get(`/open311/v2/requests/${id}.xml`)
  assert.match(html, /<service_requests><request><service_request_id>WG\d{13}<\/service_request_id><status>open<\/status>/)
  for (const secret of ['王小明', '小明', '13900001234']) assert.ok(!html.includes(secret), secret)
  assert.match((await seenEvent(office, (await gridPeople(office)).town, id)).report.description ?? '', /王小明家门口/)
})

test('who tells where a picture is, reads that it was not fetched', async () => {
  const posted = await pages.post('/open311/v2/requests.json', anonymous, { service_code: 'E0102', description: '垃圾', address_id: gridCell, media_url: 'https://example.org/photo.jpg' })
  assert.equal(posted.status, 201)
  assert.match(posted.html, /"service_notice":"[^"]*所附地址里的图片没有收取。"/)
})

test('a category of the hotline takes a request: an order of the kind that was told, read by its seats and shown by its facts', async () => {
  const { seat } = await hotlinePeople(office)
  const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  const told = { service_code: 'environment', description: '河涌有异味\n已经三天了。', address_string: '新华街道建设北路', lat: String(latitude), long: String(longitude), 'attribute[kind]': 'complaint', last_name: '王', phone: '13900001236' }
  const posted: unknown = JSON.parse((await pages.post('/open311/v2/requests.json', anonymous, told)).html)
  assert.deepEqual(faultsOf('posted', posted), [])
  const [{ service_request_id: id = '', service_notice: notice = '' } = {}] = posted as readonly { readonly service_request_id?: string; readonly service_notice?: string }[]
  const [shown] = await requests(`?service_request_id=${id}`)
  assert.deepEqual([shown?.status, shown?.service_code, shown?.service_name, shown?.description, shown?.address], ['open', 'environment', '生态环境', null, '440114001'])
  const order = await office.call('hotline.get-order', seat, { number: id })
  assert.deepEqual([order.kind, order.category, order.appeal.title, order.appeal.content], ['complaint', 'environment', '河涌有异味', told.description])
  assert.match(order.appeal.place ?? '', /^新华街道建设北路 纬度23\.\d+，经度113\.\d+$/)
  assert.doesNotMatch(notice, /图片/)
  const code = /\d{6}/.exec(notice)?.[0] ?? assert.fail('no code')
  assert.equal((await office.call('hotline.get-progress', anonymous, { number: id, code })).state, 'registered')
})

test('a request of the hotline of which only the words are told is of another kind and bears their beginning; a report of somebody is taken and not shown', async () => {
  const { seat } = await hotlinePeople(office)
  const post = async (fields: Readonly<Record<string, string>>): Promise<string> => /RX\d{13}/.exec((await pages.post('/open311/v2/requests.xml', anonymous, { service_code: 'housing', ...fields })).html)?.[0] ?? assert.fail('no number')
  const number = await post({ description: '电'.repeat(100) })
  const { kind, appeal } = await office.call('hotline.get-order', seat, { number })
  assert.deepEqual([kind, appeal.title, appeal.place], ['other', '电'.repeat(60), null])
  const report = await post({ description: '有人举报', 'attribute[kind]': 'report', 'attribute[title]': '举报' })
  assert.deepEqual((await requests(`?service_request_id=${number},${report}`)).map(({ service_request_id: id }) => id), [number])
  assert.equal((await office.call('hotline.get-order', seat, { number: report })).secret, true, 'H-11: whoever reports somebody here is not asked, and is not told on')
})

test('public requests only: no event whose reporter did not agree, no secret order, no report of somebody', async () => {
  const closed = await anEvent(office)
  const open = await anEvent(office, 'concluded', { openData: true })
  const order = await anOrder(office, 'dispatched')
  const secret = await anOrder(office, 'dispatched', { secret: true })
  const report = await anOrder(office, 'dispatched', { kind: 'report' })
  const ids = (await requests()).map(({ service_request_id: id }) => id)
  assert.deepEqual([open, order, closed, secret, report].map(({ number }) => ids.includes(number)), [true, true, false, false, false])
  const one = await pages.get(`/open311/v2/requests/${secret.number}.json`)
  assert.equal(one.status, 404)
  Faults.parse(JSON.parse(one.html))
})

test('requests are found by id, service, status and days', async () => {
  const event = await anEvent(office, 'concluded', { openData: true, category: 'P0118' })
  assert.deepEqual((await requests(`?service_request_id=${event.number},WG2099010199999`)).map(({ service_request_id: id }) => id), [event.number])
  assert.ok((await requests('?service_code=P0118')).every(({ service_code: code }) => code === 'P0118'))
  assert.ok((await requests('?status=closed')).every(({ status }) => status === 'closed'))
  assert.ok((await requests('?status=closed')).some(({ service_request_id: id }) => id === event.number))
  assert.deepEqual(await requests('?start_date=2026-01-01T00:00:00Z&end_date=2026-12-31T00:00:00Z'), [])
  assert.ok((await requests('?start_date=2026-09-01T00:00:00Z')).length > 0)
})

test('services and states are told as lists, with commas or one by one, and of grid and hotline alike', async () => {
  await anEvent(office, 'concluded', { openData: true, category: 'P0118' })
  await anEvent(office, 'reported', { openData: true, category: 'P0118' })
  await anEvent(office, 'concluded', { openData: true, category: 'E0102' })
  for (const code of ['environment', 'housing']) await office.call('open311.post-request', anonymous, { service_code: code, description: '污水' })
  const found = async (query: string) => (await requests(query)).map(({ service_code: code, status }) => `${code} ${status}`).toSorted()
  const all = await found('')
  const of = (codes: readonly string[], states: readonly string[]) => all.filter((one) => codes.some((code) => one.startsWith(`${code} `)) && states.some((state) => one.endsWith(state)))
  for (const code of ['P0118', 'E0102', 'environment', 'housing']) assert.notDeepEqual(of([code], ['open', 'closed']), [], code)
  const two = of(['P0118', 'environment'], ['open', 'closed'])
  for (const query of ['P0118,environment', 'P0118,%20environment,', 'P0118&service_code=environment', 'environment,swimming&service_code=P0118']) assert.deepEqual(await found(`?service_code=${query}`), two, query)
  assert.deepEqual(await found('?service_code=swimming'), [])
  assert.deepEqual(await found('?service_code=P0118,environment&status=closed'), of(['P0118', 'environment'], ['closed']))
  for (const query of ['open,closed', 'closed&status=open', '']) assert.deepEqual(await found(`?status=${query}`), all, query)
  assert.deepEqual(await found('?status=open&status=open'), all.filter((one) => one.endsWith('open')))
  for (const query of ['status=open,done', 'status=,', 'service_code=P0118,-', 'service_request_id=WG2026090700001,1']) assert.equal((await pages.get(`/open311/v2/requests.json?${query}`)).status, 400, query)
})

test('a request that was closed tells the instant of its end, whatever followed', async () => {
  const { number, queryCode } = await anEvent(office, 'concluded', { openData: true })
  office.clock.advance(3_600_000)
  await office.call('grid.rate-event', anonymous, { number, code: queryCode, grade: 'satisfied' })
  const { closedAt } = await seenEvent(office, (await gridPeople(office)).town, number)
  const [request] = await requests(`?service_request_id=${number}`)
  assert.deepEqual([request?.status, request?.updated_datetime], ['closed', closedAt])
})

test('the schemas refuse what the standard does not allow', async () => {
  const [request] = await requests()
  for (const change of [{ status: 'done' }, { requested_datetime: '2026-09-07' }, { expected_datetime: '' }, { media_url: '' }, { lat: '23.4' }, { service_code: undefined }, { secret: true }]) assert.notDeepEqual(faultsOf('requests', [{ ...request, ...change }]), [], JSON.stringify(change))
  assert.notDeepEqual(faultsOf('services', [{ service_code: 'E0102' }]), [])
  assert.notDeepEqual(faultsOf('definition', { service_code: 'E0102', attributes: [{ code: 'condition' }] }), [])
  assert.notDeepEqual(faultsOf('posted', []), [])
  assert.notDeepEqual(faultsOf('posted', [{ service_request_id: 'WG2026090700001', query_code: '123456' }]), [])
})

test('what cannot be is answered as the standard’s errors, in both formats', async () => {
  const post = (file: string, fields: Readonly<Record<string, string>>) => pages.post(`/open311/v2/${file}`, anonymous, fields)
  for (const fields of [{ service_code: 'E0102' }, { service_code: 'E0102', description: '垃圾', address_string: '建设北路' }, { service_code: 'E0102', description: '垃圾', lat: '39.9', long: '116.4' }, { service_code: 'environment', description: '污水', 'attribute[kind]': 'wish' }]) {
    const refused = await post('requests.json', fields)
    assert.equal(refused.status, 400, JSON.stringify(fields))
    Faults.parse(JSON.parse(refused.html))
  }
  const unknown = await pages.get('/open311/v2/services/E9999.xml')
  assert.equal(unknown.status, 404)
  assert.match(unknown.html, /<errors><error><code>404<\/code><description>没有这个服务<\/description><\/error><\/errors>/)
  assert.equal((await pages.get('/open311/v2/services.txt')).status, 404)
})

test('a request keeps within the limits of the page of the grid or of the hotline that takes the same', async () => {
  const post = (input: InputOf<'open311.post-request'>) => office.call('open311.post-request', anonymous, input)
  const invalid = { code: 'contract.invalid-input' }
  await assert.rejects(post({ service_code: 'E0102', description: '长'.repeat(1001), address_id: gridCell }), invalid)
  await assert.rejects(post({ service_code: 'environment', description: '长'.repeat(3001) }), invalid)
  await assert.rejects(post({ service_code: 'environment', description: '污水', attribute: { title: '长'.repeat(61) } }), invalid)
  await assert.rejects(post({ service_code: 'environment', description: '污水', phone: '12' }), invalid)
  await assert.rejects(post({ service_code: 'environment', description: '污水', lat: 39.9, long: 116.4 }), { code: 'grid.place-outside' })
  await assert.rejects(post({ service_code: 'swimming', description: '泳池' }), { code: 'open311.service-unknown' })
  assert.match((await post({ service_code: 'environment', description: '长'.repeat(1001) })).service_request_id, /^RX/)
})

test('every state that a request can be in, and every category, has words', () => {
  const statesOf = (kind: string): readonly string[] => Object.keys(lifecycles.find((lifecycle) => lifecycle.kind === kind)?.states ?? {}).toSorted()
  assert.deepEqual(Object.keys(words.orderStates).toSorted(), statesOf('workOrder'))
  assert.deepEqual(Object.keys(words.eventStates).toSorted(), statesOf('gridEvent'))
  assert.deepEqual(Object.keys(words.kinds).toSorted(), FiledAppeal.shape.kind.options.toSorted())
  assert.deepEqual(Object.keys(words.services).toSorted(), hotlineCategories.map(({ key }) => key).toSorted())
})
