import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { chineseDay } from '#kernel/documents/placeholders.ts'
import { notify } from '#kernel/notify/notify.ts'
import type { Recipient } from '#kernel/notify/recipients.ts'
import { dayOf } from '#kernel/time/day.ts'
import { type Holder, listHolders } from '../holders-store.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

const Move = z.object({ matterId: z.uuid(), number: z.string(), from: z.iso.datetime(), to: z.iso.datetime() })
type Move = z.output<typeof Move>

/**
 * Tells whoever holds a matter that a change of the calendar moved its dates (T-16): one message for each member of staff, or
 * for each role of a unit where nobody has taken the task yet, with all matters of the batch. The parties are told by the business.
 */
export const tellHolders = defineOperation({
  name: 'kernel.tell-holders',
  summary: 'Tells whoever holds the matters whose dates a change of the calendar moved',
  kind: 'command',
  access: { permission: 'calendar:recompute' },
  input: z.object({ moves: z.array(Move).max(200) }),
  output: z.object({ told: z.number() }),
  refusals: [],
  async run(ctx, { moves }) {
    // Of several clocks of a matter the one that was due first, which is set last.
    const firstOf = new Map(moves.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map((move) => [move.matterId, move]))
    const holders = Map.groupBy(await listHolders(ctx.db, [...firstOf.keys()]), recipientOf)
    for (const [recipient, held] of holders) {
      const own = held.flatMap(({ matterId }) => firstOf.get(matterId) ?? [])
      await notify(ctx, {
        recipient,
        subjectId: null,
        matterId: own.length === 1 ? (own[0]?.matterId ?? null) : null,
        channels: ['in-app'],
        template: { key: 'kernel.due-dates-moved', text: texts.messages.dueDatesMoved },
        params: { count: own.length, list: own.map(lineOf).join('；') },
      })
    }
    return { told: holders.size }
  },
})

function recipientOf({ unitId, role, personId }: Holder): Recipient {
  return personId === null ? `unit:${unitId}:${role}` : `staff:${personId}`
}

function lineOf({ number, from, to }: Move): string {
  return texts.messages.move.replace('{number}', number).replace('{from}', lastDayOf(from)).replace('{to}', lastDayOf(to))
}

/** The day that ends at an instant: the last instant of a day is 0:00 of the next. */
function lastDayOf(instant: string): string {
  const day = dayOf(new Date(Date.parse(instant) - 1))
  return chineseDay(day) ?? day
}
