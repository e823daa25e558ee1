import { z } from 'zod'
import { turnAway } from '../turn-away.ts'
import { defineCaseCommand } from './case-command.ts'

/** 不需许可: what the applicant wants needs no permit, said at once (行政许可法 art. 32(1)). */
export const findNotRequired = defineCaseCommand({
  name: 'cases.find-not-required',
  command: 'find-not-required',
  summary: 'Tells the applicant that no permit is needed',
  fields: { reason: z.string().min(1).max(500) },
  refusals: [],
  example: { reason: '更换非承重隔墙不需要许可' },
  run: (ctx, record, { reason }) => turnAway(ctx, record, { command: 'find-not-required', to: 'notRequired', document: 'notRequired', data: { reason } }),
})
