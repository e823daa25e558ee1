import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, dayOf } from '#kernel/time/day.ts'
import { addLimit } from '#kernel/time/limits.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { dice } from './dice.ts'
import { planGridOrder, planOrder, type OrderAct, type OrderPlan } from './order-plan.ts'
import { evenly } from './spread.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const kinds = ['consult', 'help', 'complaint', 'report', 'suggestion', 'other'] as const
const limits = { consult: 3, help: 3, complaint: 5, report: 5, suggestion: 5, other: 5 } as const

let reached = 0
const setting = { calendar, opinion: () => evenly(reached++) < 0.6843 }
const asked = (n: number) => ({ kind: kinds[n % kinds.length] ?? 'other', day: addCalendarDays('2018-01-01', n % 151) }) as const
const plans = Array.from({ length: 6_000 }, (_, n) => planOrder(setting, `order:${n}`, asked(n), dice(`1:order:${n}`)))

function acts<K extends OrderAct['kind']>(plan: OrderPlan, kind: K): readonly Extract<OrderAct, { readonly kind: K }>[] {
  return plan.acts.filter((act): act is Extract<OrderAct, { readonly kind: K }> => act.kind === kind)
}

test('what happens to an order never goes back in time, and every order comes to an end', () => {
  for (const plan of plans) {
    assert.deepEqual(plan.acts, plan.acts.toSorted((one, other) => one.at.getTime() - other.at.getTime()), plan.name)
    assert.ok(['answer', 'callBack', 'rate'].includes(plan.acts.at(-1)?.kind ?? ''), plan.name)
  }
})

test('H-02 every order is replied to by the last day of its limit', () => {
  const replied = plans.flatMap((plan) => {
    const reply = acts(plan, 'reply').find(({ turn }) => turn === 1)
    return reply === undefined ? [] : [{ plan, reply }]
  })
  const late = replied.filter(({ plan, reply }) => {
    const registered = plan.acts[0]?.at ?? new Date(Number.NaN)
    return dayOf(reply.at) > (plan.emergency ? dayOf(registered) : addLimit(calendar, registered, { value: limits[plan.kind], unit: 'WORKING_DAY' }).day)
  })
  assert.ok(replied.length > 3_000)
  assert.deepEqual(late.map(({ plan }) => plan.name), [])
})

test('H-02 H-07 what is done once more is replied to by the last day of a limit that begins anew, also by a unit that had it never before', () => {
  const fromGrid = Array.from({ length: 1_500 }, (_, n) => planGridOrder(setting, `order:${n}`, asked(n), dice(`1:grid:${n}`)).order)
  const again = [...plans, ...fromGrid].flatMap((plan) => acts(plan, 'callBack').filter(({ unitFault }) => unitFault).map((call) => ({ plan, call })))
  const late = again.filter(({ plan, call }) => {
    const limit = plan.emergency ? 0 : limits[plan.kind]
    const checked = acts(plan, 'check').find(({ turn }) => turn === 3)
    return checked === undefined || dayOf(checked.at) > (limit === 0 ? dayOf(call.at) : addLimit(calendar, call.at, { value: limit, unit: 'WORKING_DAY' }).day)
  })
  const dispatchedThen = again.filter(({ plan, call }) => acts(plan, 'dispatch').some(({ at }) => at > call.at) && acts(plan, 'sign').length === 1)
  assert.ok(dispatchedThen.some(({ plan }) => fromGrid.includes(plan)) && dispatchedThen.some(({ plan }) => plans.includes(plan)))
  assert.deepEqual(late.map(({ plan }) => plan.name), [])
})

test('H-07 who wrote and was answered at once is called back or says himself how it was, and who called is not', () => {
  const answered = plans.filter((plan) => acts(plan, 'answer').length > 0)
  const asked = (plan: OrderPlan): boolean => acts(plan, 'callBack').length + acts(plan, 'rate').length > 0
  assert.deepEqual([...new Set(answered.map((plan) => `${plan.channel}: ${asked(plan)}`))].toSorted(), ['app: true', 'mail: true', 'phone: false', 'web: true'])
})

test('H-07 what is urgent is done again on the day of the call, and nothing urgent begins so late that its limit cannot be kept', () => {
  const urgent = plans.filter(({ emergency }) => emergency)
  const again = urgent.flatMap((plan) => acts(plan, 'reply').filter(({ turn }) => turn === 3).map((reply) => ({ plan, reply })))
  assert.ok(again.length > 3)
  for (const { plan, reply } of again) assert.ok(acts(plan, 'callBack').some(({ at, unitFault }) => unitFault && dayOf(at) === dayOf(reply.at)), plan.name)
})

test('H-04 a unit claims a return within 24 hours of the dispatch, and each claim is decided', () => {
  const claimed = plans.filter((plan) => acts(plan, 'claimReturn').length > 0)
  assert.ok(claimed.length > 50)
  for (const plan of claimed) {
    const hours = ((acts(plan, 'claimReturn')[0]?.at.getTime() ?? 0) - (acts(plan, 'dispatch')[0]?.at.getTime() ?? 0)) / 3_600_000
    assert.ok(hours < 24, plan.name)
    assert.equal(acts(plan, 'arbitrate').length, 1)
  }
})

test('the callers who answer are as satisfied as the report states', () => {
  const said = plans.flatMap((plan) => [...acts(plan, 'callBack'), ...acts(plan, 'rate')].map((act) => act.said))
  const answers = said.filter((one) => one !== 'unreachable' && one !== 'refused')
  const satisfied = answers.filter((one) => one !== 'dissatisfied').length
  assert.ok(Math.abs(satisfied / answers.length - 0.6843) < 0.002, `${satisfied} of ${answers.length}`)
})

test('G-05 an order that the grid deals with is called back after its event was concluded, which it always is within the limit of the order', () => {
  for (let n = 0; n < 300; n += 1) {
    const { order, event, linkedAt } = planGridOrder(setting, `order:${n}`, asked(n), dice(`1:grid:${n}`))
    const concludedAt = event.acts.find(({ kind }) => kind === 'conclude')?.at
    const filedAt = event.acts.find(({ kind }) => kind === 'file')?.at
    assert.ok(concludedAt !== undefined && filedAt !== undefined)
    assert.ok(linkedAt < filedAt)
    assert.ok(dayOf(concludedAt) <= addLimit(calendar, order.acts[0]?.at ?? linkedAt, { value: limits[order.kind], unit: 'WORKING_DAY' }).day, order.name)
    for (const { at } of acts(order, 'callBack')) assert.ok(at > concludedAt, order.name)
  }
})
