import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { supervisionErrors } from '../errors.ts'
import { BulletinNumber } from '../schema.ts'
import { findBulletin } from '../store/bulletins.ts'

const count = z.number().int()
const Figures = z.object({
  findings: count, minor: count, obvious: count, serious: count, staff: count, planned: count, made: count, talks: count, letters: count, yellowCards: count, redCards: count,
  bySource: z.array(z.object({ source: z.string(), findings: count })),
  units: z.array(z.object({ unitId: z.string(), findings: count, points: count, yellowCards: count, redCards: count })),
  /** Whom the hotline criticised in public over late orders (H-08). */
  criticised: z.array(z.object({ unitId: z.string(), orders: count })),
})

export const getBulletin = defineOperation({
  name: 'supervision.get-bulletin',
  summary: 'Shows a bulletin with its figures',
  kind: 'query',
  http: { method: 'GET', path: '/bulletins/{number}' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: BulletinNumber }),
  output: z.object({ number: z.string(), period: z.string(), from: z.string(), to: z.string(), issuedAt: z.string(), documentNumber: z.string(), figures: Figures }),
  refusals: [supervisionErrors.bulletinUnknown],
  examples: [{ summary: 'The bulletin of a week', input: { number: 'TB202609070001' } }],
  async run(ctx, { number }) {
    const bulletin = await findBulletin(ctx.db, number)
    if (bulletin === undefined) throw new Refusal(supervisionErrors.bulletinUnknown)
    const { period, from, to, issuedAt, documentNumber, figures } = bulletin
    return { number, period, from, to, issuedAt: instantText(issuedAt), documentNumber, figures: { ...figures, bySource: [...figures.bySource], units: [...figures.units], criticised: [...figures.criticised] } }
  },
})
