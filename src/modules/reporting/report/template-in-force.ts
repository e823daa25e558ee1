import type { Ctx } from '#kernel/contract/operation.ts'
import type { Day } from '#kernel/time/day.ts'
import { findTemplate } from '../store/templates.ts'
import { readTemplate, type ReportTemplate } from './template.ts'

/** The template of the half-year report; reports of another kind are tables alone. */
export const templateName = 'half-year'

export interface TemplateInForce {
  readonly template: ReportTemplate
  /** Null for the one that ships. */
  readonly validFrom: Day | null
}

/** The template by which a report written on a day goes: the office's own, before its first one the one that ships. */
export async function templateOn(ctx: Ctx, day: Day): Promise<TemplateInForce> {
  const stored = await findTemplate(ctx.db, templateName, day)
  return stored ?? { template: readTemplate(templateName), validFrom: null }
}
