import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { placeables } from '../registry.ts'
import { templateOn } from '../report/template-in-force.ts'
import { placesOf, textOfTemplate } from '../report/template-text.ts'

/** The sentences of the half-year report as text, and the places that may be written in it. */
export const getTemplate = defineOperation({
  name: 'reporting.get-template',
  summary: 'Shows the sentences by which reports of a day are written, and the places that figures take in them',
  kind: 'query',
  http: { method: 'GET', path: '/report-template' },
  access: { permission: 'reporting:read-templates' },
  input: z.strictObject({ on: Day.optional() }),
  output: z.object({ text: z.string(), validFrom: z.string().nullable(), places: z.array(z.string()) }),
  refusals: [],
  examples: [{ summary: 'The sentences of today', input: {} }],
  async run(ctx, { on }) {
    const { template, validFrom } = await templateOn(ctx, on ?? dayOf(ctx.now))
    return { text: textOfTemplate(template, placeables), validFrom, places: [...placesOf(placeables)] }
  },
})
