import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { reportingErrors } from '../errors.ts'
import { placeables } from '../registry.ts'
import { checkTemplate } from '../report/template-check.ts'
import { readTemplate } from '../report/template.ts'
import { templateOfText } from '../report/template-text.ts'
import { TEMPLATE_NAMES, TemplateText } from '../schema.ts'
import { insertTemplate } from '../store/templates.ts'

/** Saves the sentences of a report from a day on; reports written before keep theirs. What ships by now and is not among them is taken for left out. */
export const saveTemplate = defineOperation({
  name: 'reporting.save-template',
  summary: 'Saves the sentences by which reports are written from a day on',
  kind: 'command',
  http: { method: 'POST', path: '/report-template' },
  access: { permission: 'reporting:edit-templates' },
  input: z.strictObject({ report: z.enum(TEMPLATE_NAMES).default('half-year'), validFrom: Day, text: TemplateText }),
  output: z.object({ validFrom: z.string() }),
  refusals: [reportingErrors.placeUnknown, reportingErrors.templateShape, reportingErrors.templateParts, reportingErrors.templateNotFromToday],
  examples: [{ summary: 'One sentence', input: { validFrom: '2026-10-08', text: '{机关}{统计期}运行情况\n\n# 总体情况\n\n共接件{累计接件量}件\n按时办结率{按时办结率}' } }],
  async run(ctx, { report, validFrom, text }) {
    if (validFrom < dayOf(ctx.now)) throw new Refusal(reportingErrors.templateNotFromToday)
    const template = must(checkTemplate(report, must(templateOfText(text, placeables))))
    const shippedTitles = readTemplate(report).sections.map(({ title }) => title)
    await insertTemplate(ctx.db, { id: newId(ctx.now.getTime()), name: report, validFrom, template, shippedTitles, at: ctx.now, by: actorOf(ctx.caller) })
    return { validFrom }
  },
})
