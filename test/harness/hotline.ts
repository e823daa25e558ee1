import { type Caller, law, type StaffCaller } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { InputOf } from '#app'
import { administrator, headOf, personCaller, reviewerOf, staffCaller } from './callers.ts'
import type { TestOffice } from './office.ts'

/** Who works on an order of the demo city: the seat, the lead of the hotline, and the unit in whose area most of the tests are. */
export interface HotlinePeople {
  readonly seat: StaffCaller
  readonly lead: StaffCaller
  readonly handler: StaffCaller
  readonly head: StaffCaller
}

export const marketUnit = 'shichang-jianguan'
export const cityUnit = 'chengshi-guanli'

/** What a unit quotes from its duty list when it claims a return. */
export const dutyQuote = '第12项：市容环境卫生的监督管理，由城市管理部门负责。'

export async function hotlinePeople(office: TestOffice): Promise<HotlinePeople> {
  return { seat: await staffCaller(office, 'HD0010'), lead: await staffCaller(office, 'HD0002'), handler: await reviewerOf(office, marketUnit), head: await headOf(office, marketUnit) }
}

/** A colleague at another seat: the demo city has one operator, so somebody is given the role. */
export async function aSecondSeat(office: TestOffice, staffId = 'HD0009'): Promise<StaffCaller> {
  const { seat } = await hotlinePeople(office)
  const unitId = seat.roles.find(({ role }) => role === 'hotlineOperator')?.unitId ?? ''
  await office.call('organisation.assign-role', await administrator(office), { staffId, role: 'hotlineOperator', unitId, from: dayOf(office.clock.now()) })
  return staffCaller(office, staffId)
}

type Taken = InputOf<'hotline.register-order'>

/** Where an order stands when a test begins. */
export const orderStages = ['registered', 'dispatched', 'handling', 'replied', 'awaitingCallback'] as const
export type OrderStage = (typeof orderStages)[number]

let taken = 0

/** An order taken by the seat and brought as far as told, through the operations: a complaint for the market bureau unless told otherwise. */
export async function anOrder(office: TestOffice, stage: OrderStage = 'registered', changes: Partial<Taken> = {}, assistants: readonly string[] = []): Promise<{ readonly number: string; readonly queryCode: string }> {
  taken += 1
  const { seat, lead, handler } = await hotlinePeople(office)
  const phone = `139${String(taken).padStart(8, '0')}`
  const order = await office.call('hotline.register-order', seat, { kind: 'complaint', title: '健身房不退预付卡', content: '健身房关门以后预付卡余额不退，老板不接电话。', place: `新华街道第${taken}号`, phone, callingNumber: phone, name: '何小满', ...changes })
  const reached = orderStages.indexOf(stage)
  const { number } = order
  if (reached >= 1) await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit, assistants: [...assistants], ...(changes.secret && { brief: { title: '预付卡退款', text: '有群众反映某健身房不退预付卡余额。' } }) })
  if (reached >= 2) await office.call('hotline.sign-order', handler, { number })
  if (reached >= 3) await office.call('hotline.reply-order', handler, { number, reply: '经查属实，已组织调解，商家同意退还余额。' })
  if (reached >= 4) await office.call('hotline.check-reply', lead, { number, passed: true, remark: '答复完整。' })
  return order
}

/** The order as somebody sees it. */
export function seen(office: TestOffice, caller: Caller, number: string) {
  return office.call('hotline.get-order', caller, { number })
}

/** An order that zhang-xiaomei filed, handled by the market bureau, with the evidence of a return that was not upheld. */
export async function aFiledOrder(office: TestOffice): Promise<{ readonly number: string; readonly fileId: string }> {
  const { seat, lead, handler } = await hotlinePeople(office)
  const { number } = await office.call('hotline.file-order', await personCaller(office, 'zhang-xiaomei'), { kind: 'complaint', title: '预付卡不退', content: '健身房不退预付卡。' })
  await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit })
  const { id: fileId } = await office.call('kernel.upload-file', handler, { name: 'duty.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') })
  await office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', fileIds: [fileId] })
  await office.call('hotline.arbitrate-return', lead, { number, upheld: false, reasoning: '属于本单位职责' })
  return { number, fileId }
}

/** The same three weeks ago, and overdue since: with the letter by which its unit was reminded. */
export async function aRemindedOrder(office: TestOffice): Promise<{ readonly number: string; readonly fileId: string; readonly documentId: string }> {
  const now = office.clock.now()
  office.clock.set(new Date(now.getTime() - 21 * 86_400_000))
  const filed = await aFiledOrder(office)
  office.clock.set(now)
  await office.call('hotline.urge-overdue', law, {})
  const { documents } = await office.call('hotline.get-order', (await hotlinePeople(office)).lead, { number: filed.number })
  return { ...filed, documentId: documents[0]?.id ?? '' }
}

let rung = 0

/** A call that rings, and one that the seat has answered; an earlier one of the seat ends before. */
export async function aRingingCall(office: TestOffice): Promise<string> {
  rung += 1
  const { id } = await office.call('hotline.ring-call', law, { line: '96128', exchangeKey: `test-${rung}`, callingNumber: `135${String(rung).padStart(8, '0')}` })
  return id
}

export async function aCallOnTheLine(office: TestOffice): Promise<string> {
  const { seat } = await hotlinePeople(office)
  await endCalls(office)
  const id = await aRingingCall(office)
  await office.call('hotline.answer-call', seat, { id })
  return id
}

/** Ends what the seat has on the line. */
export async function endCalls(office: TestOffice): Promise<void> {
  const { seat } = await hotlinePeople(office)
  const { items } = await office.call('hotline.list-calls', seat, { limit: 100 })
  for (const { id, state } of items) if (state !== 'ringing' && state !== 'ended') await office.call('hotline.hang-up-call', seat, { id })
}
