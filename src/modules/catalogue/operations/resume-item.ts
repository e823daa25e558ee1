import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { ImplementCode } from '../schema/answers.ts'
import { noteAct } from '../store/events.ts'
import { lockStandings, resumeVersions } from '../store/standings.ts'

/** Ends a suspension. */
export const resumeItem = defineOperation({
  name: 'catalogue.resume-item',
  summary: 'Lets a suspended item take applications again',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/items/{implementCode}/resume' },
  access: { permission: 'catalogue:publish' },
  input: z.object({ implementCode: ImplementCode, reason: z.string().trim().min(1).max(500) }),
  output: z.object({ implementCode: z.string(), state: z.literal('PUBLISHED') }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.itemNotSuspended],
  examples: [{ summary: 'After the change', input: { implementCode: '11440114MB2C00144C4440114005000', reason: '系统切换完成' } }],
  async run(ctx, { implementCode, reason }) {
    await lockStandings(ctx.db, implementCode)
    if ((await resumeVersions(ctx.db, implementCode)) === 0) throw new Refusal(catalogueErrors.itemNotSuspended, { implementCode })
    await noteAct(ctx, { act: 'resume', implementCode, effectiveOn: dayOf(ctx.now), reason })
    return { implementCode, state: 'PUBLISHED' as const }
  },
})
