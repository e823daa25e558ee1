import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { signalErrors } from '../errors.ts'
import { Rungs } from '../rungs.ts'
import { insertRungs, lookAtAllFrom } from '../store.ts'

/** A local rule of the office, changeable, from a day on: what fired before stays as it was. */
export const setRungs = defineOperation({
  name: 'kernel.set-signal-rungs',
  summary: 'Sets from which points of promises and limits reminders and signals are raised, from a day on',
  kind: 'command',
  http: { method: 'POST', path: '/signals/rungs' },
  access: { permission: 'signals:set' },
  input: z.object({ validFrom: Day, rungs: Rungs }),
  output: z.object({ validFrom: Day, rungs: Rungs }),
  refusals: [signalErrors.notFromToday, signalErrors.alreadySet],
  examples: [{ summary: 'Yellow at eight tenths', input: { validFrom: '2026-10-08', rungs: [{ name: 'yellow', of: 'promised', at: { share: 0.8 }, kept: false }, { name: 'red', of: 'promised', at: 'over', kept: true }] } }],
  async run(ctx, { validFrom, rungs }) {
    if (validFrom < dayOf(ctx.now)) throw new Refusal(signalErrors.notFromToday, { today: dayOf(ctx.now) })
    const inserted = await insertRungs(ctx.db, { validFrom, rungs, at: ctx.now, by: actorOf(ctx.caller) })
    if (!inserted) throw new Refusal(signalErrors.alreadySet, { validFrom })
    await lookAtAllFrom(ctx.db, instantAtStartOf(validFrom))
    return { validFrom, rungs }
  },
})
