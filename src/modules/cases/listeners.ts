import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { tellDueMoved } from './operations/tell-due-moved.ts'

const Move = z.object({ number: z.string(), from: z.iso.datetime(), clock: z.string() })

/** Hears `kernel.due-date-moved`: tells the parties when the clock of the decision moved (T-16). Other clocks and other kinds of matter are not its business. */
export const tellMovedDueDates = defineJob({
  name: 'cases.tell-moved-due-dates',
  payload: z.object({ kind: z.string(), moves: z.array(Move) }),
  async run(context, { kind, moves }) {
    if (kind !== 'case') return
    const decisions = moves.filter(({ clock }) => clock === 'legal-decision' || clock === 'promised-decision').map(({ number, from }) => ({ number, from }))
    if (decisions.length > 0) await context.run(tellDueMoved, { moves: decisions })
  },
})
