import { z } from 'zod'
import { type Access, type Ctx, defineOperation, type Operation } from '#kernel/contract/operation.ts'
import type { RefusalType } from '#kernel/errors/refusal.ts'
import { verifyChain } from '#kernel/ledger/hash-chain.ts'
import { Hash } from '#kernel/ledger/schema.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import type { Matter } from './matter.ts'
import { type StoredEvent, listEvents } from './store.ts'
import { attributionOf, ShownAttribution, shownAttribution } from './shown-attribution.ts'
import { ShownTimer, shownTimer } from './shown-timer.ts'

/** What a business says to get its ledger and clock operations: one line each. */
export interface MatterView<M extends string, K extends string> {
  readonly module: M
  /** The business below /api/v1: `/rectifications` gives `/rectifications/{number}/ledger`. */
  readonly path: `/${string}`
  readonly kind: K
  /** Who may ask at all; signed-in unless told. */
  readonly access?: Access
  /** Refusals that `load` may answer with. */
  readonly refusals: readonly RefusalType[]
  /** Reads the matter as this caller may see it; refuses not-found for the others. */
  load(ctx: Ctx, number: string): Promise<Matter>
}

const ByNumber = z.object({ number: z.string().min(1).max(50) })

const ShownEvent = z.object({
  seq: z.number().int(),
  at: z.string(),
  /** The instant as the hash covers it. */
  hashedAt: z.string(),
  actor: z.string(),
  command: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  detail: z.record(z.string(), z.unknown()),
  prevHash: Hash,
  hash: Hash,
})

const Ledger = z.object({
  matterId: z.string(),
  number: z.string(),
  state: z.string(),
  /** Whether every hash follows from the events as they now stand, up to the head of the matter. */
  intact: z.boolean(),
  headHash: Hash,
  events: z.array(ShownEvent),
})

const Clock = z.object({ number: z.string(), at: z.string(), timers: z.array(ShownTimer), attribution: ShownAttribution })

/** Makes `module.get-kind-ledger`, GET {path}/{number}/ledger: the events of a matter with their hashes, so that anybody who may see it can check the chain. */
export function defineLedgerOperation<const M extends string, const K extends string>(view: MatterView<M, K>): Operation<`${M}.get-${K}-ledger`, typeof ByNumber, typeof Ledger> {
  return defineOperation({
    name: `${view.module}.get-${view.kind}-ledger`,
    summary: `Shows the ledger of a ${view.kind}: every event with its hash`,
    kind: 'query',
    http: { method: 'GET', path: `${view.path}/{number}/ledger` },
    access: view.access ?? 'signed-in',
    input: ByNumber,
    output: Ledger,
    refusals: view.refusals,
    examples: [{ summary: `One ${view.kind}`, input: { number: 'X1' } }],
    async run(ctx, { number }) {
      const matter = await view.load(ctx, number)
      const events = await listEvents(ctx.db, matter.id)
      const chain = verifyChain(events.map((event) => ({ ...event, matterId: matter.id, at: event.at.toISOString() })))
      return {
        matterId: matter.id,
        number: matter.number,
        state: matter.state,
        intact: chain.ok && chain.head === matter.headHash,
        headHash: matter.headHash,
        events: events.map(shownEvent),
      }
    },
  })
}

/** Makes `module.get-kind-clock`, GET {path}/{number}/clock: every timer of a matter with its segments and its explanation day by day, and whose time passed. */
export function defineClockOperation<const M extends string, const K extends string>(view: MatterView<M, K>): Operation<`${M}.get-${K}-clock`, typeof ByNumber, typeof Clock> {
  return defineOperation({
    name: `${view.module}.get-${view.kind}-clock`,
    summary: `Shows the clocks of a ${view.kind}: segments, due date, and every day counted or not and why`,
    kind: 'query',
    http: { method: 'GET', path: `${view.path}/{number}/clock` },
    access: view.access ?? 'signed-in',
    input: ByNumber,
    output: Clock,
    refusals: view.refusals,
    examples: [{ summary: `One ${view.kind}`, input: { number: 'X1' } }],
    async run(ctx, { number }) {
      const matter = await view.load(ctx, number)
      const calendar = ctx.services.legalCalendar.of(matter)
      return {
        number: matter.number,
        at: instantText(ctx.now),
        timers: matter.timers.map((timer) => shownTimer(timer, calendar, ctx.now)),
        attribution: shownAttribution(attributionOf(matter, calendar, ctx.now)),
      }
    },
  })
}

function shownEvent(event: StoredEvent): z.input<typeof ShownEvent> {
  return { ...event, at: instantText(event.at), hashedAt: event.at.toISOString() }
}
