import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { findMatter } from '#kernel/matter/store.ts'
import { callerOfPerson } from '../caller-of.ts'
import { hotlineErrors } from '../errors.ts'
import zh from '../locales/zh-CN.json' with { type: 'json' }
import { QueryCode } from '../schema.ts'
import { takeOrder } from '../take-order.ts'

/** A case that does not move becomes an order with the ledger of the case attached, so that nobody has to tell it again. */
export const escalateCase = defineOperation({
  name: 'hotline.escalate-case',
  summary: 'Turns the applicant’s own stuck case into an order of the hotline with the ledger of the case attached',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/stuck-cases', status: 201 },
  access: { permission: 'hotline:escalate' },
  input: z.object({ caseNumber: z.string().min(1).max(50), content: z.string().trim().min(1).max(3000) }),
  output: z.object({ number: z.string(), queryCode: QueryCode }),
  refusals: [hotlineErrors.caseUnknown],
  examples: [{ summary: 'Nothing has happened for weeks', input: { caseNumber: '11440114MB2C00144C4440114005000202609070001', content: '补正材料交了以后一直没有消息。' } }],
  async run(ctx, { caseNumber, content }) {
    const matter = await findMatter(ctx.db, 'case', caseNumber, false)
    if (matter === undefined || ctx.caller.kind !== 'person' || matter.subjectId !== ctx.caller.id) throw new Refusal(hotlineErrors.caseUnknown)
    const callerId = await callerOfPerson(ctx, ctx.caller.id)
    const { number, queryCode } = await takeOrder(ctx, {
      kind: 'help',
      title: zh.titles['stuck-case'],
      content,
      regionCode: matter.regionCode,
      secret: false,
      emergency: false,
      channel: 'web',
      callerId,
      personId: ctx.caller.id,
      caseMatterId: matter.id,
    })
    return { number, queryCode }
  },
})
