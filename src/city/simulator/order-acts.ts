import { anonymous, type StaffCaller } from '#kernel/access/caller.ts'
import type { Role } from '#modules/organisation/index.ts'
import { fill } from '#ui/fill.ts'
import type { InputOf } from '../../app.ts'
import { type Dice, dice } from './dice.ts'
import type { OrderAct, OrderPlan } from './order-plan.ts'
import words from './orders.zh-CN.json' with { type: 'json' }
import { type ActOptions, actOptions, lastingOptions } from './people.ts'
import type { Stage } from './stage.ts'
import people from './words.zh-CN.json' with { type: 'json' }

/** What an order is followed by. */
export interface TakenOrder {
  readonly number: string
  readonly queryCode: string
}

interface Performance<K extends OrderAct['kind']> {
  readonly stage: Stage
  readonly plan: OrderPlan
  readonly act: Extract<OrderAct, { readonly kind: K }>
  readonly number: string
  readonly queryCode: string
  readonly how: ActOptions
  readonly chance: Dice
}

type Later = Exclude<OrderAct['kind'], 'register'>

const operations: { readonly [K in Later]: (performance: Performance<K>) => Promise<unknown> } = {
  answer: async ({ stage, plan, number, how, chance }) =>
    stage.app.call('hotline.answer-order', await inOffice(stage, 'hotlineOperator', plan), { number, category: plan.example.category, answer: chance.pick(words.answers) }, how),
  reject: async ({ stage, plan, act: { rejectionClass }, number, how }) =>
    stage.app.call('hotline.reject-order', await inOffice(stage, 'hotlineOperator', plan), { number, rejectionClass, toldChannel: 'phone', explanation: words.rejections[rejectionClass] }, how),
  async dispatch({ stage, plan, number, how, chance }) {
    const brief = plan.secret && { brief: { title: words.briefTitle, text: fill(words.brief, { text: plan.example.text, street: chance.pick(people.streets) }) } }
    return stage.app.call('hotline.dispatch-order', await inOffice(stage, 'hotlineOperator', plan), { number, category: plan.example.category, mainUnitId: plan.firstUnit, assistants: plan.assistant === undefined ? [] : [plan.assistant], ...brief }, how)
  },
  claimReturn: async ({ stage, plan, number, how }) =>
    stage.app.call('hotline.claim-return', await ofUnit(stage, 'reviewer', plan.firstUnit, plan), { number, basis: words.returnBasis, quote: words.returnQuote, suggestedUnitId: plan.example.unitId }, how),
  arbitrate: async ({ stage, plan, act: { upheld }, number, how }) =>
    stage.app.call('hotline.arbitrate-return', await inOffice(stage, 'hotlineLead', plan), { number, upheld, ...(upheld && { unitId: plan.example.unitId }), reasoning: words.arbitration[upheld ? 'upheld' : 'refused'] }, how),
  sign: async ({ stage, plan, number, how }) => stage.app.call('hotline.sign-order', await handlerOf(stage, plan), { number }, how),
  assist: async ({ stage, plan, number, how }) => stage.app.call('hotline.assist-order', await ofUnit(stage, 'reviewer', plan.assistant ?? '', plan), { number, text: words.assistance }, how),
  extend: async ({ stage, plan, number, how }) => stage.app.call('hotline.extend-order', await ofUnit(stage, 'unitHead', handlingUnit(plan), plan), { number, days: 2, reason: words.extension }, how),
  urge: async ({ stage, plan, number, how }) => stage.app.call('hotline.add-contact', await inOffice(stage, 'hotlineOperator', plan), { number, text: words.urge }, how),
  reply: async ({ stage, plan, act: { poor }, number, how, chance }) => stage.app.call('hotline.reply-order', await handlerOf(stage, plan), { number, reply: poor ? words.poorReply : chance.pick(words.replies) }, how),
  check: async ({ stage, plan, act: { passed }, number, how }) => stage.app.call('hotline.check-reply', await inOffice(stage, 'hotlineLead', plan), { number, passed, remark: words.check[passed ? 'passed' : 'failed'] }, how),
  /** Who calls back looks up whom to call. */
  async callBack({ stage, plan, act: { said, unitFault, turn }, number, how }) {
    const operator = await inOffice(stage, 'hotlineOperator', plan)
    await stage.app.call('hotline.read-caller', operator, { number, purpose: 'callBack' }, actOptions(stage.seed, `${plan.name}:read:${turn}`, how.now))
    return stage.app.call('hotline.record-callback', operator, { number, satisfaction: said, ...(said === 'dissatisfied' ? { unitFault, solved: false } : said === 'satisfied' && { solved: true }), note: words.callbacks[said] }, how)
  },
  rate: async ({ stage, act: { said }, number, queryCode, how }) => stage.app.call('hotline.rate-order', anonymous, { number, code: queryCode, satisfaction: said, solved: true }, how),
  /** The same person calls again about the same matter: that appeal is linked to the order (H-09). */
  async again({ stage, plan, number: originalNumber, how }) {
    const operator = await inOffice(stage, 'hotlineOperator', plan)
    const { number } = await stage.app.call('hotline.register-order', operator, appealOf(stage, plan), how)
    const later = new Date(how.now.getTime() + 3 * 60_000)
    return stage.app.call('hotline.link-order', operator, { number, originalNumber, newFacts: false }, actOptions(stage.seed, `${plan.name}:link`, later))
  },
}

/** Performs one act about an order that was registered, at its simulated instant. */
export async function performOrderAct(stage: Stage, plan: OrderPlan, act: OrderAct, taken: TakenOrder): Promise<void> {
  if (act.kind === 'register') return
  const name = `${plan.name}:${act.kind}${'turn' in act ? `:${act.turn}` : ''}`
  const operation = operations[act.kind] as (performance: Omit<Performance<Later>, 'act'> & { readonly act: OrderAct }) => Promise<unknown>
  await operation({ stage, plan, act, ...taken, how: actOptions(stage.seed, name, act.at), chance: dice(`${stage.seed}:${name}`) })
}

/** Takes the appeal: by the operator on the telephone or from a letter, or from the network. */
export async function takePlannedOrder(stage: Stage, plan: OrderPlan, at: Date): Promise<TakenOrder> {
  const how = lastingOptions(stage.seed, plan.name, at)
  const appeal = appealOf(stage, plan)
  const { channel, emergency } = plan
  if (channel === 'web' || channel === 'app') return stage.app.call('hotline.file-order', anonymous, { ...appeal, channel }, how)
  return stage.app.call('hotline.register-order', await inOffice(stage, 'hotlineOperator', plan), { ...appeal, channel, ...(channel === 'phone' && { callingNumber: appeal.phone }), emergency }, how)
}

/** Invented words about a shipped example, from somebody with a name and a telephone. */
function appealOf({ seed }: Stage, { name, kind, secret, example }: OrderPlan): Pick<InputOf<'hotline.register-order'>, 'kind' | 'title' | 'content' | 'place' | 'secret' | 'name'> & { readonly phone: string } {
  const chance = dice(`${seed}:${name}:appeal`)
  const place = fill(words.place, { street: chance.pick(people.streets), number: chance.between(1, 320) })
  return {
    kind,
    title: fill(words.titles[kind], { matter: [...example.text].slice(0, 20).join('') }),
    content: fill(words.contents[kind], { place, text: example.text }),
    place,
    secret,
    name: chance.pick(people.surnames) + chance.pick(people.givenNames),
    phone: `137${String(chance.between(0, 19_999)).padStart(8, '0')}`,
  }
}

function handlerOf(stage: Stage, plan: OrderPlan): Promise<StaffCaller> {
  return ofUnit(stage, 'reviewer', handlingUnit(plan), plan)
}

/** Where the order is in the end: with the unit whose duty it is if a return was upheld. */
function handlingUnit({ acts, example, firstUnit }: OrderPlan): string {
  return acts.some((act) => act.kind === 'arbitrate' && act.upheld) ? example.unitId : firstUnit
}

async function inOffice({ people: city }: Stage, role: Role, plan: OrderPlan): Promise<StaffCaller> {
  return oneOf(await city.inOffice(role), plan.name)
}

async function ofUnit({ people: city }: Stage, role: Role, unitId: string, { name }: OrderPlan): Promise<StaffCaller> {
  return oneOf(await city.holders(role, unitId), `${unitId}:${name}`)
}

/** The same one for the same order. */
function oneOf(staff: readonly StaffCaller[], name: string): StaffCaller {
  return dice(name).pick(staff)
}
