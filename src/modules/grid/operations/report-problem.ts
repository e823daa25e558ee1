import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { gridErrors } from '../errors.ts'
import { Phone, Problem, QueryCode } from '../schema.ts'
import { takeEvent } from '../take-event.ts'

/** Anybody, signed in or not. Who leaves no number follows the event with number and code. */
export const reportProblem = defineOperation({
  name: 'grid.report-problem',
  summary: 'Reports a problem at a place; answers the number and the code to follow it by',
  kind: 'command',
  http: { method: 'POST', path: '/grid/reports', status: 201 },
  access: 'public',
  rate: { perMinute: 10 },
  input: Problem.extend({ name: z.string().trim().max(50).optional(), phone: Phone.optional(), openData: z.boolean().default(false).describe('class, cell and state may be published as open data') }),
  output: z.object({ number: z.string(), queryCode: QueryCode }),
  refusals: [gridErrors.placeMissing, gridErrors.placeOutside, gridErrors.cellUnknown, gridErrors.categoryUnknown, gridErrors.componentUnknown, gridErrors.componentOtherClass],
  examples: [{ summary: 'Rubbish beside the bin', input: { category: 'E0102', description: '垃圾桶旁堆了很多垃圾，已经两天。', cellId: '44011400100101', phone: '13800009011' } }],
  async run(ctx, { name, phone, openData, ...problem }) {
    const { number, queryCode } = await takeEvent(ctx, { problem, source: 'public', name: name ?? null, phone: phone ?? null, followed: true, openData })
    return { number, queryCode: queryCode ?? '' }
  },
})
