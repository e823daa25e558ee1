import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { ImplementCode } from '../schema/answers.ts'
import { noteAct } from '../store/events.ts'
import { cancelVersions, lockStandings } from '../store/standings.ts'

/** 取消: from that day no new case, and cases that run are finished (I-15, 优化营商环境条例 art. 40). A suspended item is cancelled at once. */
export const cancelItem = defineOperation({
  name: 'catalogue.cancel-item',
  summary: 'Cancels an item from a day on; cases that run are finished under their version',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/items/{implementCode}/cancel' },
  access: { permission: 'catalogue:publish' },
  input: z.object({ implementCode: ImplementCode, from: Day, reason: z.string().trim().min(1).max(500) }),
  output: z.object({ implementCode: z.string(), state: z.literal('CANCELLED'), from: Day }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce, catalogueErrors.itemSuspended, catalogueErrors.dayInPast],
  examples: [{ summary: 'Cancelled by the State Council', input: { implementCode: '11440114MB2C00144C4440114005000', from: '2026-10-01', reason: '国务院决定取消' } }],
  async run(ctx, { implementCode, from, reason }) {
    const today = dayOf(ctx.now)
    const standings = await lockStandings(ctx.db, implementCode)
    if (from < today) throw new Refusal(catalogueErrors.dayInPast, { from }, [{ pointer: '/from', code: catalogueErrors.dayInPast.code }])
    if (from > today && standings.some((one) => one.state === 'SUSPENDED')) throw new Refusal(catalogueErrors.itemSuspended, { implementCode })
    if ((await cancelVersions(ctx.db, implementCode, from)) === 0) throw new Refusal(catalogueErrors.itemNotInForce, { implementCode, day: from })
    await noteAct(ctx, { act: 'cancel', implementCode, effectiveOn: from, reason })
    ctx.publish('catalogue.item-cancelled', { implementCode, from })
    return { implementCode, state: 'CANCELLED' as const, from }
  },
})
