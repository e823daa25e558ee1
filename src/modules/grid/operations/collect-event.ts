import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { gridErrors } from '../errors.ts'
import { EventSource, Phone, Problem } from '../schema.ts'
import { takeEvent } from '../take-event.ts'

/** 信息采集 by staff: on patrol, from a camera or a sensor, or told by the hotline. */
export const collectEvent = defineOperation({
  name: 'grid.collect-event',
  summary: 'Collects an event: what is wrong, where, and how the office learnt of it',
  kind: 'command',
  http: { method: 'POST', path: '/grid/events', status: 201 },
  access: { permission: 'grid:collect' },
  input: Problem.extend({ source: EventSource.exclude(['public']).default('patrol'), name: z.string().trim().max(50).optional(), phone: Phone.optional() }),
  output: z.object({ number: z.string() }),
  refusals: [gridErrors.placeMissing, gridErrors.placeOutside, gridErrors.cellUnknown, gridErrors.categoryUnknown, gridErrors.componentUnknown, gridErrors.componentOtherClass],
  examples: [{ summary: 'A cover that is missing', input: { category: 'P0103', description: '雨水井盖缺失，已设临时围挡。', cellId: '44011400100101' } }],
  async run(ctx, { source, name, phone, ...problem }) {
    const { number } = await takeEvent(ctx, { problem, source, name: name ?? null, phone: phone ?? null, followed: false, openData: true })
    return { number }
  },
})
