import { anonymous, type StaffCaller } from '#kernel/access/caller.ts'
import { categories, geoOf, middleOf } from '#modules/grid/index.ts'
import type { Role } from '#modules/organisation/index.ts'
import { fill } from '#ui/fill.ts'
import type { InputOf } from '../../app.ts'
import { type Dice, dice } from './dice.ts'
import type { EventAct, EventPlan } from './event-plan.ts'
import words from './events.zh-CN.json' with { type: 'json' }
import { type ActOptions, actOptions, lastingOptions } from './people.ts'
import type { Stage } from './stage.ts'
import { townOf } from './towns.ts'
import people from './words.zh-CN.json' with { type: 'json' }

/** What an event is followed by; who reported it to staff has no code. */
export interface TakenEvent {
  readonly number: string
  readonly queryCode?: string
}

interface Performance<K extends EventAct['kind']> {
  readonly stage: Stage
  readonly plan: EventPlan
  readonly act: Extract<EventAct, { readonly kind: K }>
  readonly number: string
  readonly queryCode?: string
  readonly how: ActOptions
  readonly chance: Dice
}

type Later = Exclude<EventAct['kind'], 'collect'>

/** A picture of one point: what it shows is nobody's business here. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB3p6hlgAAAABJRU5ErkJggg==', 'base64')

const unitOfCategory = new Map(categories.map(({ key, unitKey }) => [key, unitKey]))

const operations: { readonly [K in Later]: (performance: Performance<K>) => Promise<unknown> } = {
  file: async ({ stage, plan, act, number, how }) => stage.app.call('grid.file-event', await commanderOf(stage, plan, act), { number }, how),
  decline: async ({ stage, plan, act, number, how }) => stage.app.call('grid.decline-event', await commanderOf(stage, plan, act), { number, reason: act.reason, explanation: words.declined[act.reason] }, how),
  dispatch: async ({ stage, plan, act, number, how }) =>
    stage.app.call('grid.dispatch-event', await commanderOf(stage, plan, act), { number, level: act.level, ...(act.level === 'district' && { unitId: departmentOf(plan) }) }, how),
  accept: async ({ stage, plan, act, number, how }) => stage.app.call('grid.accept-event', await handlerOf(stage, plan, act), { number }, how),
  'return': async ({ stage, plan, act, number, how }) => stage.app.call('grid.return-event', await handlerOf(stage, plan, act), { number, reason: words.returned }, how),
  escalate: async ({ stage, plan, act, number, how }) => stage.app.call('grid.escalate-event', await commanderOf(stage, plan, act), { number, reason: words.escalated }, how),
  delay: async ({ stage, plan, act, number, how }) => stage.app.call('grid.delay-event', await commanderOf(stage, plan, act), { number, hours: 4, reason: words.delayed }, how),
  shelve: async ({ stage, plan, act, number, how }) => stage.app.call('grid.shelve-event', await commanderOf(stage, plan, act), { number, reason: words.shelved, reviewOn: act.reviewOn }, how),
  resume: async ({ stage, plan, act, number, how }) => stage.app.call('grid.review-shelved-event', await commanderOf(stage, plan, act), { number, resume: true, finding: words.resumed }, how),
  feedBack: async ({ stage, plan, act, number, how, chance }) => stage.app.call('grid.feed-back-event', await handlerOf(stage, plan, act), { number, treatment: chance.pick(words.treatment) }, how),
  photograph: async ({ stage, plan, number, how }) => stage.app.call('grid.add-photo', await workerOf(stage, plan, 1), { number, name: 'site.png', bytes: picture }, how),
  verify: async ({ stage, plan, act: { equal }, number, how }) =>
    stage.app.call('grid.verify-event', await workerOf(stage, plan, 1), { number, equal, ...placeOf(plan), finding: words.verified[equal ? 'equal' : 'unequal'] }, how),
  conclude: async ({ stage, plan, act, number, how }) => stage.app.call('grid.conclude-event', await commanderOf(stage, plan, act), { number, result: words.concluded }, how),
  evaluate: async ({ stage, plan, act, number, queryCode, how }) =>
    queryCode === undefined
      ? stage.app.call('grid.evaluate-event', await commanderOf(stage, plan, act), { number, grade: act.grade }, how)
      : stage.app.call('grid.rate-event', anonymous, { number, code: queryCode, grade: act.grade }, how),
}

/** Performs one act about an event that was reported, at its simulated instant. */
export async function performEventAct(stage: Stage, plan: EventPlan, act: EventAct, taken: TakenEvent): Promise<void> {
  if (act.kind === 'collect') return
  const name = `${plan.name}:${act.kind}:${act.turn}`
  const operation = operations[act.kind] as (performance: Omit<Performance<Later>, 'act'> & { readonly act: EventAct }) => Promise<unknown>
  await operation({ stage, plan, act, ...taken, how: actOptions(stage.seed, name, act.at), chance: dice(`${stage.seed}:${name}`) })
}

/** Takes the report: of anybody, of a grid worker on patrol, of a camera or a sensor at the centre, or of the hotline. */
export async function takePlannedEvent(stage: Stage, plan: EventPlan, at: Date): Promise<TakenEvent> {
  const how = lastingOptions(stage.seed, plan.name, at)
  const { source } = plan
  const problem = problemOf(stage, plan)
  if (source === 'public') return stage.app.call('grid.report-problem', anonymous, { ...problem, phone: `135${String(dice(plan.name).between(0, 9_999)).padStart(8, '0')}`, openData: true }, how)
  const taker = source === 'hotline' ? (await stage.people.inOffice('hotlineOperator'))[0] : source === 'patrol' ? await workerOf(stage, plan, 0) : (await stage.people.holders('gridCommander', townOf(plan.cell)))[0]
  return stage.app.call('grid.collect-event', present(taker), { ...problem, source }, how)
}

/** Joins an order of the hotline to the event about the same matter (G-05). */
export async function linkOrderToEvent(stage: Stage, { name }: EventPlan, numbers: { readonly event: string; readonly order: string }, at: Date): Promise<void> {
  const [operator] = await stage.people.inOffice('hotlineOperator')
  await stage.app.call('grid.link-order', present(operator), { number: numbers.event, orderNumber: numbers.order }, actOptions(stage.seed, `${name}:link`, at))
}

function problemOf({ seed }: Stage, { name, cell, problem }: EventPlan): Pick<InputOf<'grid.collect-event'>, 'category' | 'description' | 'address' | 'cellId'> {
  const chance = dice(`${seed}:${name}:problem`)
  const address = fill(words.place, { street: chance.pick(people.streets), number: chance.between(1, 320) })
  return { category: problem.category, description: fill(words.description, { place: address, text: problem.text }), address, cellId: cell.id }
}

/** Where an event is of which only the cell is known. */
function placeOf({ cell }: EventPlan): { readonly longitude: number; readonly latitude: number } {
  return geoOf(middleOf(cell.ring.map(([x = 0, y = 0]) => [x, y] as const)))
}

async function commanderOf({ people: city }: Stage, plan: EventPlan, { level }: EventAct): Promise<StaffCaller> {
  return present((level === 'district' ? await city.inOffice('gridCommander') : await city.holders('gridCommander', townOf(plan.cell)))[0])
}

async function handlerOf(stage: Stage, plan: EventPlan, { level }: EventAct): Promise<StaffCaller> {
  if (level === 'community') return workerOf(stage, plan, 0)
  return ofUnit(stage, 'reviewer', level === 'town' ? townOf(plan.cell) : departmentOf(plan), plan)
}

/** The first worker treats what the second looks at (G-03). */
async function workerOf({ people: city }: Stage, plan: EventPlan, place: 0 | 1): Promise<StaffCaller> {
  const workers = await city.holders('gridWorker', townOf(plan.cell))
  return present(workers[(dice(plan.name).between(0, 1) + place) % workers.length])
}

async function ofUnit({ people: city }: Stage, role: Role, unitId: string, { name }: EventPlan): Promise<StaffCaller> {
  return dice(name).pick(await city.holders(role, unitId))
}

function departmentOf({ problem }: EventPlan): string {
  return unitOfCategory.get(problem.category) ?? ''
}

function present(caller: StaffCaller | undefined): StaffCaller {
  if (caller === undefined) throw new Error('nobody of the city may do this')
  return caller
}
