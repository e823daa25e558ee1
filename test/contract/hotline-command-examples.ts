import { anonymous } from '#kernel/access/caller.ts'
import { personCaller, reviewerOf } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { aCallOnTheLine, anOrder, aRingingCall, cityUnit, dutyQuote, endCalls, hotlinePeople, type HotlinePeople, type OrderStage } from '#test/harness/hotline.ts'
import type { CommandRecipe } from './command-examples.ts'

/** An order at a stage, for one of the people of the hotline. */
function orderAt(stage: OrderStage, by: keyof HotlinePeople): CommandRecipe {
  return async (office) => ({ caller: (await hotlinePeople(office))[by], values: { number: (await anOrder(office, stage)).number } })
}

/** A call that the seat has on the line; `before` brings it further. */
function callWith(before?: 'hold-call' | 'transfer-call'): CommandRecipe {
  return async (office) => {
    const { seat } = await hotlinePeople(office)
    const id = await aCallOnTheLine(office)
    if (before === 'hold-call') await office.call('hotline.hold-call', seat, { id })
    if (before === 'transfer-call') await office.call('hotline.transfer-call', seat, { id, unitId: 'minzheng' })
    return { caller: seat, values: { id } }
  }
}

/** How the order or call of each command of the hotline is brought to the state in which the command is given. */
export const hotlineRecipes: Readonly<Record<string, CommandRecipe>> = {
  'hotline.file-order': async () => ({ caller: anonymous, values: {} }),
  'hotline.register-order': async (office) => ({ caller: (await hotlinePeople(office)).seat, values: {} }),
  'hotline.escalate-case': async (office) => ({ caller: await personCaller(office, 'zhang-xiaomei'), values: { caseNumber: (await aSubmittedCase(office)).number } }),
  'hotline.answer-order': orderAt('registered', 'seat'),
  'hotline.reject-order': orderAt('registered', 'seat'),
  'hotline.link-order': async (office) => ({ caller: (await hotlinePeople(office)).seat, values: { originalNumber: (await anOrder(office)).number, number: (await anOrder(office)).number } }),
  'hotline.add-contact': orderAt('handling', 'seat'),
  'hotline.dispatch-order': orderAt('registered', 'seat'),
  'hotline.sign-order': orderAt('dispatched', 'handler'),
  'hotline.claim-return': orderAt('dispatched', 'handler'),
  'hotline.arbitrate-return': async (office) => {
    const { lead, handler } = await hotlinePeople(office)
    const { number } = await anOrder(office, 'dispatched')
    await office.call('hotline.claim-return', handler, { number, basis: '权责清单第12项', quote: dutyQuote })
    return { caller: lead, values: { number } }
  },
  'hotline.assist-order': async (office) => ({ caller: await reviewerOf(office, cityUnit), values: { number: (await anOrder(office, 'handling', {}, [cityUnit])).number } }),
  'hotline.extend-order': orderAt('handling', 'head'),
  'hotline.reply-order': orderAt('handling', 'handler'),
  'hotline.check-reply': orderAt('replied', 'lead'),
  'hotline.record-callback': orderAt('awaitingCallback', 'seat'),
  'hotline.rate-order': async (office) => {
    const { number, queryCode } = await anOrder(office, 'awaitingCallback')
    return { caller: anonymous, values: { number, code: queryCode } }
  },
  'hotline.pass-duty': orderAt('handling', 'seat'),
  'hotline.recuse': orderAt('handling', 'handler'),
  'hotline.read-caller': orderAt('handling', 'handler'),
  'hotline.answer-call': async (office) => {
    await endCalls(office)
    return { caller: (await hotlinePeople(office)).seat, values: { id: await aRingingCall(office) } }
  },
  'hotline.hold-call': callWith(),
  'hotline.resume-call': callWith('hold-call'),
  'hotline.transfer-call': callWith(),
  'hotline.join-call': callWith(),
  'hotline.hang-up-call': callWith(),
  'hotline.rate-transfer': callWith('transfer-call'),
  'hotline.save-article': async (office) => ({ caller: (await hotlinePeople(office)).handler, values: {} }),
}
