import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueDayOf } from '../rules/due-day.ts'
import { findCase } from '../store/cases.ts'
import { dueText, tellParties } from '../tell-parties.ts'

/** Tells the parties of cases whose due date a change of the calendar moved (T-16): one message for each case, with the date that now holds. */
export const tellDueMoved = defineOperation({
  name: 'cases.tell-due-moved',
  summary: 'Tells the parties of cases that a change of the calendar moved their due date',
  kind: 'command',
  access: { permission: 'cases:apply-law' },
  input: z.object({ moves: z.array(z.object({ number: z.string(), from: z.iso.datetime() })).max(200) }),
  output: z.object({ told: z.number() }),
  refusals: [],
  async run(ctx, { moves }) {
    let told = 0
    for (const [number, [move]] of Map.groupBy(earliestFirst(moves), (each) => each.number)) {
      const record = await findCase(ctx.db, number, false)
      const due = record && dueDayOf(record.matter.timers, ctx.services.legalCalendar.of(record.matter))
      if (record === undefined || due === undefined || due.dueOn === null || move === undefined) continue
      // The last instant of a day is 0:00 of the next.
      await tellParties(ctx, record, 'dueMoved', { from: dayOf(new Date(Date.parse(move.from) - 1)), due: dueText(due.dueOn, due.dueProvisional) })
      told += 1
    }
    return { told }
  },
})

/** The earlier of the old dates is the one that was shown as the due date. */
function earliestFirst<M extends { readonly from: string }>(moves: readonly M[]): readonly M[] {
  return moves.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
