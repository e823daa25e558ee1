import type { Ctx } from '#kernel/contract/operation.ts'
import type { Day } from '#kernel/time/day.ts'
import type { TemplateName } from '../schema.ts'
import { findTemplate } from '../store/templates.ts'
import { withoutNumber } from './sentences.ts'
import { readTemplate, type ReportTemplate, type TemplateSection } from './template.ts'

export interface TemplateInForce {
  readonly name: TemplateName
  readonly template: ReportTemplate
  /** Null for the one that ships. */
  readonly validFrom: Day | null
  /** Sections that ship by now and that the office has neither taken up nor left out; no report has them. */
  readonly newSections: readonly TemplateSection[]
}

/** The template by which a report written on a day goes: the office's own, before its first one the one that ships. */
export async function templateOn(ctx: Ctx, name: TemplateName, day: Day): Promise<TemplateInForce> {
  const shipped = readTemplate(name)
  const stored = await findTemplate(ctx.db, name, day)
  if (stored === undefined) return { name, template: shipped, validFrom: null, newSections: [] }
  const { template, validFrom, shippedTitles } = stored
  const known = new Set([...shippedTitles, ...template.sections.map(({ title }) => title)].map(withoutNumber))
  return { name, template, validFrom, newSections: shipped.sections.filter(({ title }) => !known.has(withoutNumber(title))) }
}
