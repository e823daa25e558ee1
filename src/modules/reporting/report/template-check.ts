import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { reportingErrors } from '../errors.ts'
import annual from '../locales/disclosure-annual.zh-CN.json' with { type: 'json' }
import type { TemplateName } from '../schema.ts'
import type { ReportTemplate } from './template.ts'

const annualParts = Object.values(annual.parts)

/** The annual report on disclosure keeps its six parts under their titles; their sentences are free. */
export function checkTemplate(name: TemplateName, template: ReportTemplate): Verdict<ReportTemplate> {
  const isFixed = name === 'disclosure-annual'
  const titles = template.sections.map(({ title }) => title)
  const isForm = titles.length === annualParts.length && titles.every((title, place) => title === annualParts[place])
  return isFixed && !isForm ? refuse(reportingErrors.templateParts) : fineWith(template)
}
