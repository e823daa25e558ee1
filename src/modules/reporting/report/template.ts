import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { TemplateName } from '../schema.ts'

const folder = join(import.meta.dirname, '../../../../data/reports')
const Line = z.string().min(1).max(500)

const TemplateSection = z.strictObject({ title: Line, paragraphs: z.array(z.array(Line).max(50).readonly()).max(100).readonly() })
export type TemplateSection = z.infer<typeof TemplateSection>

/** A report as an official writes it: sections of paragraphs, each a list of clauses with places for figures. */
export const ReportTemplate = z.strictObject({ title: Line, sections: z.array(TemplateSection).max(50).readonly() })
export type ReportTemplate = z.infer<typeof ReportTemplate>

/** The template that ships in `data/reports`; throws if it is not one. Read anew each time, so that an edit shows at once. */
export function readTemplate(name: TemplateName): ReportTemplate {
  return ReportTemplate.parse(JSON.parse(readFileSync(join(folder, `${name}.zh-CN.json`), 'utf8')))
}
