import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anEvent } from '#test/harness/grid.ts'
import { anOrder, cityUnit, dutyQuote, hotlinePeople, marketUnit, seen } from '#test/harness/hotline.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { RejectionClass, ToldChannel } from './schema.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat, lead, handler, head } = await hotlinePeople(office)
const citizen = await personCaller(office, 'zhang-xiaomei')
const at = (iso: string) => ({ now: new Date(iso) })

test('an order goes from the call through dispatch, signing, reply, check and callback to its end, and the ledger holds every step', async () => {
  const { number } = await anOrder(office, 'awaitingCallback')
  const closed = await office.call('hotline.record-callback', seat, { number, satisfaction: 'satisfied', solved: true, note: '来电人表示满意' })
  assert.deepEqual([closed.state, closed.outcome, closed.commands, closed.clocks], ['closed', 'satisfied', [], []])
  const { events, intact } = await office.call('hotline.get-order-ledger', seat, { number })
  assert.equal(intact, true)
  assert.deepEqual(events.map(({ command, to }) => [command, to]), [['register', 'registered'], ['dispatch', 'dispatched'], ['sign', 'handling'], ['reply', 'replied'], ['check', 'awaitingCallback'], ['call-back', 'closed']])
})

test('H-02 consultations and pleas are due after three working days, others after five, emergencies on the same day', async () => {
  const due = async (changes: Parameters<typeof anOrder>[2]): Promise<string | undefined> => (await seen(office, seat, (await anOrder(office, 'registered', changes)).number)).clocks[0]?.dueAt
  assert.equal(await due({ kind: 'consult' }), '2026-09-11T00:00:00+08:00')
  assert.equal(await due({ kind: 'help' }), '2026-09-11T00:00:00+08:00')
  for (const kind of ['complaint', 'report', 'suggestion', 'other'] as const) assert.equal(await due({ kind }), '2026-09-15T00:00:00+08:00', kind)
  assert.equal(await due({ kind: 'report', emergency: true }), '2026-09-08T00:00:00+08:00')
})

test('H-03 the head extends once, before the due date, by no more than the order had (the make-up Sunday counts), and the caller is told', async () => {
  const { number } = await anOrder(office, 'handling')
  const extend = (days: number, caller = head, options = {}) => office.call('hotline.extend-order', caller, { number, days, reason: '需要委托检测' }, options)
  await assert.rejects(extend(3, handler), { code: 'contract.not-permitted' })
  await assert.rejects(extend(6), { code: 'time.extension-too-long' })
  await assert.rejects(extend(3, head, at('2026-09-15T09:00:00+08:00')), { code: 'time.expired' })
  assert.equal((await extend(5)).clocks.find(({ name }) => name === 'handle')?.dueAt, '2026-09-21T00:00:00+08:00')
  await assert.rejects(extend(1), { code: 'time.already-extended' })
  const { items } = await office.call('kernel.list-sent-messages', await staffCaller(office, 'HD0011'), { limit: 5 })
  assert.ok(items.some(({ text }) => text?.includes('批准延期') && text.includes(number)))
})

test('H-03 H-11 what the caller is told about a longer time holds no number of anybody else', async () => {
  const { number, queryCode } = await anOrder(office, 'handling')
  await office.call('hotline.extend-order', head, { number, days: 3, reason: '需要委托检测，请与13900001234联系' })
  const { told } = await office.call('hotline.get-progress', anonymous, { number, code: queryCode })
  assert.deepEqual(told.map(({ text }) => text), ['需要委托检测，请与****联系'])
})

test('H-04 a unit may return an order for 24 hours, as a claim with the rule it rests on, and stays responsible until that is decided', async () => {
  const claim = (number: string, options = {}) => office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', quote: dutyQuote, suggestedUnitId: cityUnit }, options)
  const early = await anOrder(office, 'handling')
  const claimed = await claim(early.number, at('2026-09-08T09:00:00+08:00'))
  assert.deepEqual([claimed.state, claimed.leadUnitId, claimed.returns.map(({ basis, upheld }) => [basis, upheld])], ['returnClaimed', marketUnit, [['权责清单第12项', null]]])
  const late = await anOrder(office, 'dispatched')
  await assert.rejects(claim(late.number, at('2026-09-08T09:00:01+08:00')), { code: 'hotline.return-too-late' })
  await assert.rejects(office.call('hotline.claim-return', handler, { number: late.number, basis: '', quote: dutyQuote }), { code: 'contract.invalid-input' })
})

test('H-04 a claim without evidence is refused: it takes a file, or the words of the rule besides where they stand', async () => {
  const { number } = await anOrder(office, 'dispatched')
  const claim = (evidence: object) => office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', ...evidence })
  for (const nothing of [{}, { fileIds: [] }]) await assert.rejects(claim(nothing), { code: 'hotline.evidence-missing' })
  await assert.rejects(claim({ quote: ' ' }), { code: 'contract.invalid-input' })
  assert.equal((await seen(office, handler, number)).state, 'dispatched')
  const claimed = await claim({ quote: dutyQuote })
  assert.deepEqual(claimed.returns.map(({ basis, quote, fileIds }) => [basis, quote, fileIds]), [['权责清单第12项', dutyQuote, []]])
  const byFile = await anOrder(office, 'dispatched')
  const { id: fileId } = await office.call('kernel.upload-file', handler, { name: 'duty.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') })
  const filed = await office.call('hotline.claim-return', handler, { number: byFile.number, basis: '权责清单第12项', fileIds: [fileId] })
  assert.deepEqual(filed.returns.map(({ quote, fileIds }) => [quote, fileIds]), [[null, [fileId]]])
})

test('H-05 what was designated after a dispute cannot be returned, and the decision becomes a precedent', async () => {
  const { number } = await anOrder(office, 'dispatched')
  await office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', quote: dutyQuote, suggestedUnitId: cityUnit })
  const decided = await office.call('hotline.arbitrate-return', lead, { number, upheld: true, unitId: cityUnit, reasoning: '占道经营由城市管理部门负责' })
  assert.deepEqual([decided.state, decided.leadUnitId, decided.designated], ['dispatched', cityUnit, true])
  const other = await reviewerOf(office, cityUnit)
  await assert.rejects(office.call('hotline.claim-return', other, { number, basis: '不归我们', quote: dutyQuote }), { code: 'hotline.designated' })
  await assert.rejects(seen(office, handler, number), { code: 'hotline.order-unknown' })
  const { items } = await office.call('hotline.list-precedents', handler, { category: 'market' })
  assert.deepEqual([items[0]?.unitId, items[0]?.upheld, items[0]?.decidedUnitId], [marketUnit, true, cityUnit])
  assert.equal((await office.call('hotline.sign-order', other, { number })).clocks[0]?.dueAt, '2026-09-15T00:00:00+08:00')
})

test('H-06 an order has exactly one main unit and may have several assistants, whose part comes before the reply', async () => {
  const { number } = await anOrder(office)
  const dispatch = (mainUnitId: string, assistants: string[]) => office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId, assistants })
  await assert.rejects(dispatch(marketUnit, [marketUnit]), { code: 'hotline.main-also-assists' })
  await assert.rejects(dispatch('xinhua-jiedao-dangqun', []), { code: 'hotline.unit-has-nobody' })
  await dispatch(marketUnit, [cityUnit, 'gongan'])
  await office.call('hotline.sign-order', handler, { number })
  const reply = () => office.call('hotline.reply-order', handler, { number, reply: '经查属实，已责令改正。' })
  await assert.rejects(reply(), { code: 'hotline.assistance-missing' })
  for (const unit of [cityUnit, 'gongan']) await office.call('hotline.assist-order', await reviewerOf(office, unit), { number, text: '已到场协助' })
  assert.equal((await reply()).state, 'replied')
})

test('H-07 a finished order is called back on the next working day; dissatisfied by the unit’s fault means once more', async () => {
  const { number } = await anOrder(office, 'awaitingCallback')
  assert.deepEqual((await seen(office, seat, number)).clocks, [{ name: 'callback', dueAt: '2026-09-09T00:00:00+08:00', provisional: false, overdue: false }])
  const callBack = (input: object) => office.call('hotline.record-callback', seat, { number, satisfaction: 'dissatisfied', note: '没有退钱', ...input })
  await assert.rejects(callBack({}), { code: 'hotline.fault-missing' })
  const redone = await callBack({ unitFault: true, solved: false })
  assert.deepEqual([redone.state, redone.redos, redone.clocks[0]?.name], ['handling', 1, 'handle'])
  await office.call('hotline.reply-order', handler, { number, reply: '商家已当场退还全部余额。' })
  await office.call('hotline.check-reply', lead, { number, passed: true, remark: '可以' })
  assert.equal((await callBack({ unitFault: false })).state, 'closed')
})

test('H-07 who is not reached is called three times, and nobody is made satisfied by that', async () => {
  const { number } = await anOrder(office, 'awaitingCallback')
  const miss = () => office.call('hotline.record-callback', seat, { number, satisfaction: 'unreachable', note: '无人接听' })
  assert.equal((await miss()).state, 'awaitingCallback')
  assert.equal((await miss()).state, 'awaitingCallback')
  const ended = await miss()
  assert.deepEqual([ended.state, ended.outcome], ['closed', 'unreachable'])
})

test('H-07 the caller may answer the callback with number and code; a dissatisfied answer is followed by a call', async () => {
  const one = await anOrder(office, 'awaitingCallback')
  const rate = (satisfaction: 'satisfied' | 'dissatisfied', { number, queryCode }: typeof one) => office.call('hotline.rate-order', anonymous, { number, code: queryCode, satisfaction, solved: satisfaction === 'satisfied' })
  await assert.rejects(rate('satisfied', { ...one, queryCode: one.queryCode === '000000' ? '000001' : '000000' }), { code: 'hotline.query-code-wrong' })
  assert.equal((await rate('satisfied', one)).state, 'closed')
  const other = await anOrder(office, 'awaitingCallback')
  assert.equal((await rate('dissatisfied', other)).state, 'awaitingCallback')
  assert.deepEqual((await seen(office, seat, other.number)).commands.includes('call-back'), true)
})

test('H-08 an overdue order is reminded the day after and criticised five working days later, each once', async () => {
  const { number } = await anOrder(office, 'handling')
  const urge = async (iso: string): Promise<readonly [boolean, boolean]> => {
    office.clock.set(new Date(iso))
    await office.call('hotline.urge-overdue', law, {})
    const { remindedAt, criticisedAt } = await seen(office, seat, number)
    return [remindedAt !== null, criticisedAt !== null]
  }
  assert.deepEqual(await urge('2026-09-14T09:00:00+08:00'), [false, false])
  assert.deepEqual(await urge('2026-09-15T09:00:00+08:00'), [true, false])
  assert.deepEqual(await urge('2026-09-20T09:00:00+08:00'), [true, false])
  assert.deepEqual(await urge('2026-09-21T09:00:00+08:00'), [true, true])
  assert.deepEqual(await office.call('hotline.urge-overdue', law, {}), { reminded: 0, criticised: 0 })
  const { documents } = await seen(office, handler, number)
  assert.deepEqual(documents.map(({ kind }) => kind), ['orderReminder', 'orderCriticism'])
  for (const { id, number: letterNumber } of documents) {
    assert.match(letterNumber, /热〔2026〕\d+号$/)
    const letter = await office.call('hotline.get-order-document', handler, { number, documentId: id })
    assert.ok(letter instanceof FileAnswer)
    assert.equal(letter.contentType, 'application/pdf')
  }
  office.clock.set(mondayMorning)
})

test('H-08 what the hotline has not dispatched and what is with the grid is late like any other, and stays where it is', async () => {
  const undispatched = await anOrder(office)
  const linked = await anOrder(office)
  const event = await anEvent(office)
  await office.call('grid.link-order', seat, { number: event.number, orderNumber: linked.number })
  const urged = async (iso: string) => {
    office.clock.set(new Date(iso))
    await office.call('hotline.urge-overdue', law, {})
    return Promise.all([undispatched, linked].map(async ({ number }) => {
      const { state, remindedAt, criticisedAt, documents } = await seen(office, seat, number)
      return [state, remindedAt !== null, criticisedAt !== null, documents.length]
    }))
  }
  assert.deepEqual(await urged('2026-09-15T09:00:00+08:00'), [['registered', true, false, 1], ['inGrid', true, false, 1]])
  assert.deepEqual(await urged('2026-09-21T09:00:00+08:00'), [['registered', true, true, 2], ['inGrid', true, true, 2]])
  assert.deepEqual(await office.call('hotline.urge-overdue', law, {}), { reminded: 0, criticised: 0 })
  office.clock.set(mondayMorning)
})

test('H-08 after a redo the unit is reminded anew, and criticised no sooner than after that', async () => {
  const { number } = await anOrder(office, 'handling')
  const urge = async (iso: string) => {
    office.clock.set(new Date(iso))
    await office.call('hotline.urge-overdue', law, {})
    const { remindedAt, criticisedAt, documents } = await seen(office, seat, number)
    return [remindedAt?.slice(0, 10) ?? null, criticisedAt?.slice(0, 10) ?? null, documents.map(({ kind }) => kind)]
  }
  await urge('2026-09-15T09:00:00+08:00')
  const former = ['orderReminder', 'orderCriticism']
  assert.deepEqual(await urge('2026-09-21T09:00:00+08:00'), ['2026-09-15', '2026-09-21', former])
  await office.call('hotline.reply-order', handler, { number, reply: '已责令商家七日内退款，并跟进。' })
  await office.call('hotline.check-reply', lead, { number, passed: true, remark: '可以' })
  await office.call('hotline.record-callback', seat, { number, satisfaction: 'dissatisfied', solved: false, unitFault: true, note: '没有退钱' })
  assert.deepEqual(await urge('2026-09-28T09:00:00+08:00'), [null, null, former])
  assert.deepEqual(await urge('2026-10-10T09:00:00+08:00'), ['2026-10-10', null, [...former, 'orderReminder']])
  assert.deepEqual(await urge('2026-10-12T09:00:00+08:00'), ['2026-10-10', null, [...former, 'orderReminder']])
  assert.deepEqual(await urge('2026-10-16T09:00:00+08:00'), ['2026-10-10', '2026-10-16', [...former, 'orderReminder', 'orderCriticism']])
  office.clock.set(mondayMorning)
})

test('H-08 whoever gets a late order from another is reminded before being criticised', async () => {
  const { number } = await anOrder(office, 'dispatched')
  await office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', quote: dutyQuote, suggestedUnitId: cityUnit })
  const undispatched = await anOrder(office)
  const urge = async (iso: string) => {
    office.clock.set(new Date(iso))
    await office.call('hotline.urge-overdue', law, {})
    return Promise.all([number, undispatched.number].map(async (one) => {
      const { events } = await office.call('hotline.get-order-ledger', seat, { number: one })
      return events.filter(({ command }) => command === 'remind' || command === 'criticise').map(({ command, detail }) => `${command} ${String(detail['unitId'])}`)
    }))
  }
  const { id: officeId } = await getOffice(office.database.db)
  assert.deepEqual(await urge('2026-09-15T09:00:00+08:00'), [[`remind ${marketUnit}`], [`remind ${officeId}`]])
  await office.call('hotline.arbitrate-return', lead, { number, upheld: true, unitId: cityUnit, reasoning: '占道经营由城市管理部门负责' })
  await office.call('hotline.dispatch-order', seat, { number: undispatched.number, category: 'market', mainUnitId: marketUnit })
  const anew = [[`remind ${marketUnit}`, `remind ${cityUnit}`], [`remind ${officeId}`, `remind ${marketUnit}`]]
  assert.deepEqual(await urge('2026-09-22T09:00:00+08:00'), anew)
  assert.deepEqual(await urge('2026-09-24T09:00:00+08:00'), anew)
  office.clock.set(mondayMorning)
})

test('H-08 G-05 what a unit had before it went to the grid is no longer that unit’s delay: the office is reminded', async () => {
  const { number } = await anOrder(office, 'handling')
  const event = await anEvent(office)
  office.clock.set(new Date('2026-09-15T09:00:00+08:00'))
  await office.call('hotline.urge-overdue', law, {})
  await office.call('grid.link-order', seat, { number: event.number, orderNumber: number })
  office.clock.set(new Date('2026-09-21T09:00:00+08:00'))
  await office.call('hotline.urge-overdue', law, {})
  const { events } = await office.call('hotline.get-order-ledger', seat, { number })
  const { id: officeId } = await getOffice(office.database.db)
  assert.deepEqual(events.filter(({ command }) => command === 'remind' || command === 'criticise').map(({ command, detail }) => `${command} ${String(detail['unitId'])}`), [`remind ${marketUnit}`, `remind ${officeId}`])
  office.clock.set(mondayMorning)
})

test('H-10 an order that is not accepted keeps which of the nine reasons it was and how the caller was told, and the caller reads why', async () => {
  const kept = []
  for (const [place, rejectionClass] of RejectionClass.options.entries()) {
    const toldChannel = ToldChannel.options[place % ToldChannel.options.length] ?? assert.fail('no way to tell')
    const { number, queryCode } = await anOrder(office)
    const rejected = await office.call('hotline.reject-order', seat, { number, rejectionClass, toldChannel, explanation: `请向主管部门反映（${place}）` })
    assert.deepEqual([rejected.state, rejected.rejection, rejected.clocks], ['rejected', { class: rejectionClass, told: toldChannel }, []])
    const progress = await office.call('hotline.get-progress', anonymous, { number, code: queryCode })
    assert.deepEqual(progress.told.map(({ text }) => text), [`请向主管部门反映（${place}）`])
    kept.push(progress.rejectionClass)
  }
  assert.equal(new Set(kept).size, 9)
})

test('H-10 no other reason is taken, and none without how the caller was told', async () => {
  const { number } = await anOrder(office)
  const reject = (input: object) => office.call('hotline.reject-order', seat, { number, rejectionClass: 'unclear', toldChannel: 'phone', explanation: '无法核实', ...input })
  for (const missing of [{ rejectionClass: 'tooBusy' }, { toldChannel: undefined }, { explanation: ' ' }]) await assert.rejects(reject(missing), { code: 'contract.invalid-input' })
  assert.equal((await seen(office, seat, number)).state, 'registered')
})

test('a reply that does not pass the check goes back to the unit under the same due date, and the caller has not seen it', async () => {
  const { number, queryCode } = await anOrder(office, 'replied')
  const progress = () => office.call('hotline.get-progress', anonymous, { number, code: queryCode })
  assert.equal((await progress()).reply, null)
  const back = await office.call('hotline.check-reply', lead, { number, passed: false, remark: '没有说明处理结果' })
  assert.deepEqual([back.state, back.clocks.find(({ name }) => name === 'handle')?.dueAt], ['handling', '2026-09-15T00:00:00+08:00'])
  await office.call('hotline.reply-order', handler, { number, reply: '已责令商家七日内退款，并跟进。' })
  await office.call('hotline.check-reply', lead, { number, passed: true, remark: '可以' })
  assert.equal((await progress()).reply, '已责令商家七日内退款，并跟进。')
})

test('a question is answered at once from an article in force and leads into the application with what was told', async () => {
  const { number, queryCode } = await anOrder(office, 'registered', { kind: 'consult', title: '开小吃店', content: '想开一家小吃店，要办什么证？' })
  const application = { implementCode: '11440114MB2C00144C4440114005000', answers: { business: ['catering'] } }
  const answered = await office.call('hotline.answer-order', seat, { number, category: 'food-safety', answer: '要办食品经营许可，可以网上申请。', articleId: 'food-licence', application })
  assert.deepEqual([answered.state, answered.reply?.articleId, answered.reply?.articleVersion], ['answered', 'food-licence', 1])
  assert.deepEqual((await office.call('hotline.get-progress', anonymous, { number, code: queryCode })).application, application)
  const expired = await anOrder(office)
  await assert.rejects(office.call('hotline.answer-order', seat, { number: expired.number, category: 'food-safety', answer: '略', articleId: 'food-licence' }, at('2027-07-01T09:00:00+08:00')), { code: 'hotline.article-expired' })
})

test('H-07 who wrote and was answered at once is called back, may say himself how it was, and what was no help is dispatched and called back again', async () => {
  const ask = async () => {
    const { number } = await office.call('hotline.file-order', citizen, { kind: 'consult', title: '开小吃店', content: '想开一家小吃店，要办什么证？' })
    return office.call('hotline.answer-order', seat, { number, category: 'food-safety', answer: '请咨询有关部门。', articleId: 'food-licence' })
  }
  const [pleased, unhelped] = [await ask(), await ask()]
  assert.deepEqual([pleased.state, pleased.clocks.map(({ name, dueAt }) => [name, dueAt])], ['awaitingCallback', [['callback', '2026-09-09T00:00:00+08:00']]])
  assert.equal((await office.call('hotline.get-progress', citizen, { number: pleased.number })).mayRate, true)
  assert.equal((await office.call('hotline.record-callback', seat, { number: pleased.number, satisfaction: 'satisfied', solved: true, note: '满意' })).state, 'closed')
  const redo = await office.call('hotline.record-callback', seat, { number: unhelped.number, satisfaction: 'dissatisfied', solved: false, unitFault: true, note: '没有说明要办什么' })
  assert.deepEqual([redo.state, redo.clocks.map(({ name }) => name), redo.reply?.articleId], ['registered', ['handle'], null])
  assert.equal((await seen(office, citizen, unhelped.number)).reply, null)
  assert.equal((await office.call('hotline.answer-order', seat, { number: unhelped.number, category: 'food-safety', answer: '要办食品经营许可，可以网上申请。' })).state, 'awaitingCallback')
})

test('who is signed in sees what he filed, and others are told that there is no such order', async () => {
  const { number } = await office.call('hotline.file-order', citizen, { kind: 'suggestion', title: '增设公交站', content: '希望在学校门口增设公交站。' })
  assert.equal((await seen(office, citizen, number)).appeal.title, '增设公交站')
  assert.ok((await office.call('hotline.list-own', citizen, {})).items.some((item) => item.number === number))
  for (const stranger of [await personCaller(office, 'li-guoqiang'), handler, await staffCaller(office, 'HD0148')]) await assert.rejects(seen(office, stranger, number), { code: 'hotline.order-unknown' })
})
