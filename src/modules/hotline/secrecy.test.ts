import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Caller, law } from '#kernel/access/caller.ts'
import { personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { aCallOnTheLine, anOrder, cityUnit, endCalls, hotlinePeople, marketUnit, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat, lead, handler, head } = await hotlinePeople(office)
const supervisor = await staffCaller(office, 'HD0013')
const assistant = await reviewerOf(office, cityUnit)

/** Words that would tell who called. */
const traces = ['何小满', '13900', '健身房关门以后', '新华街道第', '老板不接电话']

/** Everything that a caller can read of an order, as one text. */
async function allThatIsSeen(caller: Caller, number: string): Promise<string> {
  const answers: unknown[] = [await seen(office, caller, number), await office.call('hotline.get-order-ledger', caller, { number }), await office.call('hotline.get-order-clock', caller, { number })]
  if (caller.kind === 'staff') answers.push((await office.call('hotline.list-orders', caller, { limit: 100 })).items.filter((item) => item.number === number), await office.call('kernel.list-messages', caller, { limit: 100 }))
  return JSON.stringify(answers)
}

test('H-11 nothing that a handler, an assistant or the head of a unit reads of a secret order tells who called', async () => {
  const { number } = await anOrder(office, 'handling', { kind: 'report', secret: true }, [cityUnit])
  await office.call('hotline.add-contact', seat, { number, text: '老板不接电话，我就住在新华街道第1号', newFacts: true })
  for (const one of [handler, assistant, head]) {
    const text = await allThatIsSeen(one, number)
    for (const trace of traces) assert.ok(!text.includes(trace), `${one.id} reads ${trace}`)
    assert.ok(text.includes('有群众反映某健身房不退预付卡余额'))
    assert.equal((await seen(office, one, number)).caller, null)
  }
  assert.deepEqual((await seen(office, seat, number)).caller, { name: '何**', phone: '139****0001', callingNumber: '139****0001' })
})

test('H-11 the caller of a secret order is read by the hotline only, and every reading is recorded', async () => {
  const { number } = await anOrder(office, 'handling', { secret: true })
  const read = (caller: Caller) => office.call('hotline.read-caller', caller, { number, purpose: 'verify' })
  await assert.rejects(read(handler), { code: 'hotline.secret-caller' })
  await assert.rejects(read(supervisor), { code: 'contract.not-permitted' })
  const log = async (): Promise<number> => Number((await office.database.pool.query(`SELECT count(*) AS n FROM access_log WHERE purpose = 'hotline' AND actor = 'staff:HD0010'`)).rows[0]?.n)
  const before = await log()
  assert.match((await read(seat)).phone ?? '', /^139\d{8}$/)
  await seen(office, seat, number)
  assert.equal(await log(), before + 2)
})

test('H-11 of an order that is not secret a handler sees the caller masked, and reads the number for a purpose', async () => {
  const { number } = await anOrder(office, 'handling')
  assert.match(JSON.stringify((await seen(office, handler, number)).caller), /何\*\*.*139\*\*\*\*/)
  assert.match((await office.call('hotline.read-caller', handler, { number, purpose: 'contact' })).name ?? '', /何小满/)
})

test('H-11 a secret order needs a brief of the office’s own before anybody handles it', async () => {
  const { number } = await anOrder(office, 'registered', { secret: true })
  await assert.rejects(office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit }), { code: 'hotline.brief-missing' })
})

test('H-11 the unit that is reported neither handles the order nor sees anything of it, whatever roles its people hold', async () => {
  const { number } = await anOrder(office, 'registered', { kind: 'report', concernedUnitId: marketUnit })
  const dispatch = (mainUnitId: string, assistants: string[]) => office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId, assistants })
  await assert.rejects(dispatch(marketUnit, []), { code: 'hotline.unit-concerned' })
  await assert.rejects(dispatch(cityUnit, [marketUnit]), { code: 'hotline.unit-concerned' })
  await dispatch(cityUnit, [])
  const colleague: Caller = { ...handler, roles: [...handler.roles, { role: 'reviewer', unitId: cityUnit }, { role: 'supervisor', unitId: marketUnit }] }
  for (const one of [handler, head, colleague]) {
    await assert.rejects(seen(office, one, number), { code: 'hotline.order-unknown' })
    assert.ok(!(await office.call('hotline.list-orders', one, { limit: 100 })).items.some((item) => item.number === number))
  }
})

test('H-11 who has an interest steps back and sees the order no more; only the lead sends somebody else away', async () => {
  const { number } = await anOrder(office, 'handling')
  await assert.rejects(office.call('hotline.recuse', handler, { number, ground: 'interest', staffId: 'HD0077' }), { code: 'hotline.not-your-part' })
  await office.call('hotline.recuse', handler, { number, ground: 'relative' })
  await assert.rejects(seen(office, handler, number), { code: 'hotline.order-unknown' })
  const other = await reviewerOf(office, marketUnit, 1)
  assert.equal((await seen(office, other, number)).state, 'handling')
  await office.call('hotline.recuse', lead, { number, ground: 'reported', staffId: other.id })
  await assert.rejects(seen(office, other, number), { code: 'hotline.order-unknown' })
})

test('H-11 a person who files secretly stands neither in the matter nor in the ledger', async () => {
  const citizen = await personCaller(office, 'zhang-xiaomei')
  const { number } = await office.call('hotline.file-order', citizen, { kind: 'report', title: '偷排污水', content: '工厂夜里偷排污水。', secret: true })
  const { rows } = await office.database.pool.query(`SELECT m.subject_id, e.actor FROM matters m JOIN matter_events e ON e.matter_id = m.id WHERE m.number = $1`, [number])
  assert.deepEqual(rows, [{ subject_id: null, actor: 'anonymous' }])
})

test('H-11 a member of staff who files through the network is a private person: neither the order nor its ledger names him', async () => {
  const clerk = await staffCaller(office, 'HD0148')
  for (const secret of [true, false]) {
    const { number } = await office.call('hotline.file-order', clerk, { kind: 'report', title: '克扣加班费', content: '某科室克扣加班费。', secret })
    await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit, ...(secret && { brief: { title: '加班费', text: '有群众反映加班费问题。' } }) })
    const shown = await seen(office, handler, number)
    assert.deepEqual([shown.firstContact?.staffId, shown.firstContact?.takenBy], [seat.id, null])
    for (const one of [seat, lead, handler]) {
      const text = await allThatIsSeen(one, number)
      for (const trace of [clerk.id, clerk.name]) assert.ok(!text.includes(trace), `${one.id} reads ${trace}`)
    }
    const { rows } = await office.database.pool.query<{ text: string }>(`SELECT concat(o::text, e::text) AS text FROM work_orders o JOIN matters m ON m.id = o.id JOIN matter_events e ON e.matter_id = m.id WHERE m.number = $1`, [number])
    assert.ok(rows.length > 0 && rows.every(({ text }) => !text.includes(clerk.id)))
  }
})

test('H-11 the discipline supervisors read what a secret order says and never who called', async () => {
  const { number } = await anOrder(office, 'handling', { secret: true })
  const shown = await seen(office, supervisor, number)
  assert.deepEqual([shown.caller, shown.commands, shown.appeal.content?.includes('健身房关门以后')], [null, [], true])
})

test('nothing of a caller stands open in the tables of the hotline', async () => {
  await anOrder(office, 'awaitingCallback')
  const tables = ['callers', 'work_orders', 'order_notes', 'return_claims', 'calls', 'matters', 'matter_events', 'notifications', 'word_counts']
  for (const table of tables) {
    const { rows } = await office.database.pool.query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`)
    for (const { text } of rows) for (const trace of ['何小满', '不接电话', '新华街道第']) assert.ok(!text.includes(trace), `${table}: ${trace}`)
  }
})

test('H-11 S-22 the supervisor sees every call and never who called, not by the order that came of it either', async () => {
  const { id } = await office.call('hotline.ring-call', law, { line: '12345', exchangeKey: 'secret-1', callingNumber: '13900007777' })
  await office.call('hotline.answer-call', seat, { id })
  const { number } = await office.call('hotline.register-order', seat, { kind: 'report', title: '克扣材料', content: '某工地克扣防护材料。', phone: '13900007777', name: '何小满', secret: true, callId: id })
  const shown = await office.call('hotline.get-call', supervisor, { id })
  assert.deepEqual([shown.call.orderNumber, shown.call.callerName, shown.call.callingNumber, shown.call.acts, shown.history], [number, null, null, [], []])
  const listed = (await office.call('hotline.list-calls', supervisor, {})).items.find((call) => call.id === id)
  assert.deepEqual([listed?.callerName, listed?.callingNumber, listed?.acts], [null, null, []])
  const again = await anOrder(office, 'registered', { title: '克扣材料', content: '某工地克扣防护材料。', phone: '13900007777', callingNumber: '13900007777' })
  const [bySeat, bySupervisor] = await Promise.all([seat, supervisor].map(async (caller) => (await office.call('hotline.find-similar', caller, { number: again.number })).items.find((one) => one.number === number)))
  assert.equal(bySeat?.sameCaller, true)
  assert.deepEqual([bySupervisor?.sameCaller, (bySupervisor?.sharedWords.length ?? 0) > 0], [false, true])
  await endCalls(office)
})

test('H-11 what is about one’s own unit is neither among similar orders, nor in the history of who calls, nor behind a call', async () => {
  const id = await aCallOnTheLine(office)
  const about = { kind: 'report', title: '热线不接电话', content: '打了三次热线都没有人接电话。', phone: '13900006666', callingNumber: '13900006666' } as const
  const { number } = await office.call('hotline.register-order', { ...seat, unitId: cityUnit }, { ...about, concernedUnitId: seat.unitId, callId: id })
  const again = await anOrder(office, 'registered', about)
  const similar = (await office.call('hotline.find-similar', seat, { number: again.number })).items.map((one) => one.number)
  const history = [...(await office.call('hotline.get-call', seat, { id })).history, ...(await seen(office, seat, again.number)).history].map((one) => one.number)
  assert.ok(![...similar, ...history].includes(number))
  const inspected: Caller = { ...supervisor, unitId: seat.unitId }
  await assert.rejects(office.call('hotline.get-call', inspected, { id }), { code: 'hotline.call-unknown' })
  assert.ok(!(await office.call('hotline.list-calls', inspected, {})).items.some((call) => call.id === id))
  await endCalls(office)
})
