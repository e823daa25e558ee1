import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { opinionEnded } from '../end-opinion.ts'
import { applyEffect } from '../request-command.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { clockNames, dropped } from '../rules/clocks.ts'
import { listSilent } from '../store/consultations.ts'
import { listAbandoned } from '../store/request-lists.ts'
import { findRequest } from '../store/requests.ts'
import { tellApplicant } from '../tell.ts'

const batch = 200

/** What silence brings about: who neither clarifies nor pays has given up (O-05), who was asked and says nothing is waited for no longer (O-06). Repeating it changes nothing. */
export const lapseOverdue = defineOperation({
  name: 'disclosure.lapse-overdue',
  summary: 'Ends applications whose applicant let the day pass, and consultations without an answer',
  kind: 'command',
  access: { permission: 'disclosure:lapse' },
  input: z.object({}),
  output: z.object({ abandoned: z.number().int(), silent: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const numbers = await listAbandoned(ctx.db, ctx.now, batch)
    for (const number of numbers) await abandon(ctx, number)
    const silent = await listSilent(ctx.db, ctx.now, batch)
    for (const { id, number } of silent) {
      const request = await findRequest(ctx.db, number, true)
      if (request?.matter.state === 'consulting') await applyEffect(ctx, request, 'lapse-opinion', await opinionEnded(ctx, request, id, undefined))
    }
    return { abandoned: numbers.length, silent: silent.length }
  },
})

async function abandon(ctx: Ctx, number: string): Promise<void> {
  const request = await findRequest(ctx.db, number, true)
  if (request === undefined || !['awaitingClarification', 'awaitingPayment'].includes(request.matter.state)) return
  const row = request.matter.state === 'awaitingPayment' ? 'notPaid' : 'notClarified'
  await applyEffect(ctx, request, 'abandon', { to: 'abandoned', outcome: row, timers: dropped(request.matter.timers, clockNames, { at: ctx.now, reason: texts.endReasons.lapsed }), change: { result_row: row, ended_at: ctx.now } })
  await tellApplicant(ctx, { ...request, matterId: request.matter.id }, 'request-abandoned', { number })
}
