import { z } from 'zod'
import { turnAway } from '../turn-away.ts'
import { defineCaseCommand } from './case-command.ts'

/** 不予受理: refused at the door for a legal reason, with the remedies (行政许可法 art. 32, 78; C-03). */
export const refuseAcceptance = defineCaseCommand({
  name: 'cases.refuse-acceptance',
  command: 'refuse-acceptance',
  summary: 'Refuses to accept the application, with reason, legal basis and remedies',
  fields: { reason: z.string().min(1).max(500), legalBasis: z.string().min(1).max(200) },
  refusals: [],
  example: { reason: '隐瞒有关情况申请许可，一年内不得再次申请', legalBasis: '《中华人民共和国行政许可法》第七十八条' },
  run: (ctx, record, { reason, legalBasis }) => turnAway(ctx, record, { command: 'refuse-acceptance', to: 'acceptanceRefused', document: 'nonAcceptance', data: { reason, legalBasis } }),
})
