import { randomUUID } from 'node:crypto'
import type { App } from '#app'
import { law, type Caller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'

/** The smallest business: somebody asks, somebody looks at it, it is done. */
export const errandLifecycle = defineLifecycle({
  kind: 'errand',
  initial: 'asked',
  states: { asked: { phase: 'open' }, inHand: { phase: 'open' }, done: { phase: 'closed' } },
  commands: {
    takeUp: { from: ['asked'], to: ['inHand'], permission: 'errands:handle' },
    note: { from: ['inHand'], to: ['inHand'], permission: 'errands:handle' },
    finish: { from: ['inHand'], to: ['done'], permission: 'errands:handle' },
  },
})

/** What an operation would be given, over a transaction that the test opened; jobs and events go nowhere. */
export function testCtx(app: App, db: Db, options: { readonly caller?: Caller; readonly now?: Date } = {}): Ctx {
  return {
    db,
    caller: options.caller ?? law,
    now: options.now ?? app.services.clock.now(),
    requestId: randomUUID(),
    services: app.services,
    addJob: () => undefined,
    publish: () => undefined,
    afterRefusal: () => undefined,
  }
}

/** Opens an errand and takes it through to its end, one step a minute, each in a transaction of its own: `notes` + 3 events. */
export async function runErrand(app: App, number: string, options: { readonly notes?: number; readonly from?: Date } = {}): Promise<Matter> {
  const start = (options.from ?? app.services.clock.now()).getTime()
  let minute = 0
  const step = (run: (ctx: Ctx) => Promise<Matter>): Promise<Matter> => {
    const now = new Date(start + 60_000 * minute)
    minute += 1
    return app.db.transaction().execute((tx) => run(testCtx(app, tx, { now })))
  }
  const id = newId<'matter'>(start)
  let matter = await step((ctx) =>
    openMatter(
      ctx,
      { id, number, kind: 'errand', regionCode: '510000', subjectId: null, itemVersionId: null, leadUnitId: null, channel: 'window' },
      { command: 'ask', to: 'asked', detail: { copies: 2 } },
    ),
  )
  matter = await step((ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'takeUp', to: 'inHand', detail: { window: 'A01' } }))
  for (let note = 1; note <= (options.notes ?? 1); note += 1) {
    matter = await step((ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'note', to: 'inHand', detail: { page: note } }))
  }
  return step((ctx) => recordStep(ctx, errandLifecycle, matter, { command: 'finish', to: 'done', outcome: 'answered' }))
}
