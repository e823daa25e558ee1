import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { ImplementCode } from '../schema/answers.ts'
import { noteAct } from '../store/events.ts'
import { lockStandings, suspendVersions } from '../store/standings.ts'

/** 暂停: no new application until it is resumed; cases that run go on. */
export const suspendItem = defineOperation({
  name: 'catalogue.suspend-item',
  summary: 'Suspends an item: it takes no new application until it is resumed',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/items/{implementCode}/suspend' },
  access: { permission: 'catalogue:publish' },
  input: z.object({ implementCode: ImplementCode, reason: z.string().trim().min(1).max(500) }),
  output: z.object({ implementCode: z.string(), state: z.literal('SUSPENDED') }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce],
  examples: [{ summary: 'While the rules are changed', input: { implementCode: '11440114MB2C00144C4440114005000', reason: '办事系统切换' } }],
  async run(ctx, { implementCode, reason }) {
    const today = dayOf(ctx.now)
    await lockStandings(ctx.db, implementCode)
    if ((await suspendVersions(ctx.db, implementCode, today)) === 0) throw new Refusal(catalogueErrors.itemNotInForce, { implementCode, day: today })
    await noteAct(ctx, { act: 'suspend', implementCode, effectiveOn: today, reason })
    return { implementCode, state: 'SUSPENDED' as const }
  },
})
