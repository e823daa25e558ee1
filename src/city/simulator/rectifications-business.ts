import type { StaffCaller } from '#kernel/access/caller.ts'
import { addCalendarDays, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import type { OutputOf } from '../../app.ts'
import type { Business, CityAct } from './business.ts'
import { dice } from './dice.ts'
import { type ActOptions, actOptions } from './people.ts'
import words from './rectification-words.zh-CN.json' with { type: 'json' }
import type { CityPlan, Stage } from './stage.ts'

type Queued = OutputOf<'evaluations.list-rectifications'>['items'][number]

const hourMs = 3_600_000

/** Invented. */
const habits = {
  findings: [['clear', 0.75], ['complex', 0.15], ['noLegalBasis', 0.1]],
  answers: [['satisfied', 0.8], ['dissatisfied', 0.12], ['unreachable', 0.08]],
} as const

/** What one step has before it. */
interface Handling {
  readonly stage: Stage
  readonly handler: StaffCaller
  readonly row: Queued
  /** Working days that have passed whole since the review. */
  readonly days: number
  readonly how: ActOptions
}

/**
 * What becomes of bad reviews (E-02, E-03): the next morning whoever gave a name is called, in the afternoon the review is checked, some days
 * later its cause is put right, the morning after that the evaluator is called back. A few are forgotten for a while.
 */
export function rectificationsBusiness(stage: Stage, { calendar }: CityPlan): Business {
  const steps: readonly (readonly [hour: number, Readonly<Record<string, (handling: Handling) => Promise<void>>>])[] = [
    [9.2, { opened: contact, rectified: callBack }],
    [14.2, { opened: verify, contacted: verify, calledBack: close }],
    [15.2, { verified: rectify, reopened: rectify }],
  ]
  return {
    *arrivals(day) {
      if (!calendar.kindOf(day).working) return
      for (const [hour, byState] of steps) {
        const at = instantAtStartOf(day, hour * hourMs)
        yield act(at, async () => {
          for (const [state, step] of Object.entries(byState)) {
            for (const row of await waiting(stage, state, at)) {
              const days = calendar.workingDaysBefore(day) - calendar.workingDaysBefore(addCalendarDays(dayOf(new Date(row.openedAt)), 1))
              await step({ stage, handler: await handlerOf(stage, row), row, days, how: actOptions(stage.seed, `rectification:${row.number}:${state}:${day}`, at) })
            }
          }
        })
      }
    },
  }
}

function act(at: Date, perform: () => Promise<void>): CityAct {
  return { at, keys: ['rectifications'], perform }
}

/** What lies in a state, oldest first, without the reviews of the day itself: who gives them is not waited for. */
async function waiting({ app, people }: Stage, state: string, at: Date): Promise<readonly Queued[]> {
  const [handler] = await people.inOffice('reviewHandler')
  const found: Queued[] = []
  for (let cursor: string | undefined; handler !== undefined; ) {
    const { items, nextCursor } = await app.call('evaluations.list-rectifications', handler, { state, limit: 100, ...(cursor !== undefined && { cursor }) }, { now: at })
    found.push(...items.filter(({ openedAt }) => dayOf(new Date(openedAt)) < dayOf(at)))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return found
}

/** Nobody handles a review of himself (E-06). */
async function handlerOf({ people }: Stage, { staffId }: Queued): Promise<StaffCaller> {
  const handler = (await people.inOffice('reviewHandler')).find(({ id }) => id !== staffId)
  if (handler === undefined) throw new Error('nobody in the office handles reviews')
  return handler
}

async function contact({ stage: { app, seed }, handler, row: { number, anonymous }, days, how }: Handling): Promise<void> {
  const chance = dice(`${seed}:rectification:${number}:contact`)
  if (anonymous || days < chance.weighted([[0, 0.95], [1, 0.03], [3, 0.02]])) return
  const { evaluatorId } = await app.call('evaluations.get-rectification', handler, { number }, { now: how.now })
  if (evaluatorId !== null) await app.call('subjects.unmask', handler, { id: evaluatorId, purpose: 'contact', matterNumber: number }, { ...how, idempotencyKey: `${how.idempotencyKey}:read` })
  const result = chance.chance(0.9) ? 'reached' : 'unreachable'
  await app.call('evaluations.record-contact', handler, { number, result, note: words.contact[result] }, how)
}

async function verify({ stage: { app, seed }, handler, row: { number, anonymous, state }, how }: Handling): Promise<void> {
  if (state === 'opened' && !anonymous) return
  const chance = dice(`${seed}:rectification:${number}:verify`)
  if (chance.chance(0.02)) return void (await app.call('evaluations.find-invalid', handler, { number, ground: 'untrue', reason: words.invalid }, how))
  const finding = chance.weighted(habits.findings)
  await app.call('evaluations.verify-review', handler, { number, finding, note: words.verified[finding] }, how)
}

async function rectify({ stage: { app, seed }, handler, row: { number, state }, days, how }: Handling): Promise<void> {
  const chance = dice(`${seed}:rectification:${number}:rectify`)
  const wait = chance.chance(0.02) ? chance.between(16, 18) : chance.between(2, 10)
  if (state === 'verified' && days < wait) return
  await app.call('evaluations.rectify-cause', handler, { number, measure: chance.pick(words.measure), reply: chance.pick(words.reply) }, how)
}

/** The day after it was put right, or later. */
async function callBack({ stage: { app, seed }, handler, row: { number, anonymous }, how }: Handling): Promise<void> {
  const { notes } = await app.call('evaluations.get-rectification', handler, { number }, { now: how.now })
  if (notes.some(({ command, at }) => command === 'rectify' && dayOf(new Date(at)) === dayOf(how.now))) return
  const result = anonymous ? 'anonymous' : dice(`${seed}:rectification:${number}:call-back`).weighted(habits.answers)
  await app.call('evaluations.call-back', handler, { number, result, note: words.calledBack[result] }, how)
}

/** Who is still dissatisfied has it taken up once more, and only once (E-03). */
async function close({ stage: { app }, handler, row: { number }, how }: Handling): Promise<void> {
  const { commands } = await app.call('evaluations.get-rectification', handler, { number }, { now: how.now })
  if (commands.includes('close')) await app.call('evaluations.close-rectification', handler, { number }, how)
  else await app.call('evaluations.reopen-rectification', handler, { number, reason: words.reopened }, how)
}
