import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { handledSince } from '../rules/handled-since.ts'
import { summariseQueue } from '../store/queue.ts'
import { rolesSeen } from './list-queue.ts'

const Count = z.int().min(0)

/** What stands above a queue: how much lies in each list of the caller, and by which items the open tasks can be chosen. */
export const summariseWork = defineOperation({
  name: 'cases.summarise-queue',
  summary: 'Counts the lists of the caller, and the items of his open tasks or those of his units',
  kind: 'query',
  access: { permission: 'cases:read-queue' },
  input: z.strictObject({ mine: z.stringbool().default(false) }),
  output: z.object({
    /** Open tasks of the caller himself, and those of them whose case stands in a special procedure. */
    mine: Count,
    stopped: Count,
    /** Steps that he did within a year, whose case goes on without him. */
    waiting: Count,
    /** Steps that he did this month. */
    done: Count,
    items: z.array(z.object({ implementCode: z.string(), itemName: z.string(), count: Count })),
  }),
  refusals: [],
  async run(ctx, { mine }) {
    if (ctx.caller.kind !== 'staff') return { mine: 0, stopped: 0, waiting: 0, done: 0, items: [] }
    const { id, roles } = ctx.caller
    const summary = await summariseQueue(ctx.db, { held: rolesSeen(roles), personId: mine ? id : undefined, officer: id, waitingSince: handledSince('waiting', ctx.now), doneSince: handledSince('done', ctx.now) })
    return { ...summary, items: [...summary.items] }
  },
})
