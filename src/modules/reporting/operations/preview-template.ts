import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { Day } from '#kernel/time/day.ts'
import { reportingErrors } from '../errors.ts'
import { placeables } from '../registry.ts'
import { checkTemplate } from '../report/template-check.ts'
import { templateOfText } from '../report/template-text.ts'
import { writtenReport } from '../report/written-report.ts'
import { isPeriod, TEMPLATE_NAMES, TemplateText } from '../schema.ts'

/** What a text would say about a period, before it is saved: for the page that edits it. */
export const previewTemplate = defineOperation({
  name: 'reporting.preview-template',
  summary: 'Writes a report by a text that is not saved',
  kind: 'query',
  access: { permission: 'reporting:read-templates' },
  input: z.strictObject({ report: z.enum(TEMPLATE_NAMES).default('half-year'), text: TemplateText, from: Day, to: Day }).refine(isPeriod, { path: ['to'] }),
  output: z.object({ title: z.string(), sections: z.array(z.object({ title: z.string(), paragraphs: z.array(z.string()).readonly() })).readonly() }),
  refusals: [reportingErrors.placeUnknown, reportingErrors.templateShape, reportingErrors.templateParts],
  async run(ctx, { report, text, from, to }) {
    const template = must(checkTemplate(report, must(templateOfText(text, placeables))))
    const { title, sections } = await writtenReport(ctx, { name: report, template }, { from, to })
    return { title, sections: sections.map((section) => ({ title: section.title, paragraphs: section.paragraphs })) }
  },
})
