import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { placeables } from '../registry.ts'
import { templateOn } from '../report/template-in-force.ts'
import { placesOf, textOfTemplate } from '../report/template-text.ts'
import { TEMPLATE_NAMES } from '../schema.ts'

/** The sentences of a report as text, with the sections that are new since the office saved its own at the end, and the places that may be written in it. */
export const getTemplate = defineOperation({
  name: 'reporting.get-template',
  summary: 'Shows the sentences by which reports of a day are written, and the places that figures take in them',
  kind: 'query',
  http: { method: 'GET', path: '/report-template' },
  access: { permission: 'reporting:read-templates' },
  input: z.strictObject({ report: z.enum(TEMPLATE_NAMES).default('half-year'), on: Day.optional() }),
  output: z.object({
    text: z.string(),
    validFrom: z.string().nullable(),
    /** Titles of the sections at the end of the text that no report has yet. */
    newSections: z.array(z.string()),
    places: z.array(z.string()),
  }),
  refusals: [],
  examples: [{ summary: 'The sentences of today', input: {} }],
  async run(ctx, { report, on }) {
    const { template, validFrom, newSections } = await templateOn(ctx, report, on ?? dayOf(ctx.now))
    return { text: textOfTemplate(template, placeables, newSections), validFrom, newSections: newSections.map(({ title }) => title), places: [...placesOf(placeables)] }
  },
})
