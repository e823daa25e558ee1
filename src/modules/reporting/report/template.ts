import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../../../data/reports')

/** A report as an official writes it: sections of paragraphs, each a list of clauses with places for figures. */
export const ReportTemplate = z.strictObject({
  title: z.string().min(1),
  sections: z.array(z.strictObject({ title: z.string().min(1), paragraphs: z.array(z.array(z.string().min(1)).readonly()).readonly() })).readonly(),
})
export type ReportTemplate = z.infer<typeof ReportTemplate>

/** Reads a template from `data/reports`; throws if it is not one. Read anew each time, so that an edit shows at once. */
export function readTemplate(name: string): ReportTemplate {
  return ReportTemplate.parse(JSON.parse(readFileSync(join(folder, `${name}.zh-CN.json`), 'utf8')))
}
