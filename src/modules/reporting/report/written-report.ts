import type { Ctx } from '#kernel/contract/operation.ts'
import type { Figure } from '#kernel/metrics/metric.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { figuresOf } from '../figures-of.ts'
import { allMetrics, placeables } from '../registry.ts'
import type { TemplateName } from '../schema.ts'
import { writeForm, writeReport, type ReportValues, type WrittenReport } from './sentences.ts'
import type { ReportTemplate } from './template.ts'

/** What a report is about: a period, and of the annual report on disclosure perhaps one unit. */
export interface ReportScope {
  readonly from: Day
  readonly to: Day
  readonly unitId?: string | undefined
}

/** What a template says about a period. */
export async function writtenReport(ctx: Ctx, { name, template }: { readonly name: TemplateName; readonly template: ReportTemplate }, scope: ReportScope, known?: readonly Figure[]): Promise<WrittenReport> {
  const figures = known ?? (await figuresOf(ctx, allMetrics, scope))
  const values = { figures: withEveryFigure(figures), words: { office: await reporterOf(ctx, name, scope.unitId), ...wordsOf(scope, figures[0]?.cutOff ?? ctx.now) } }
  return name === 'disclosure-annual' ? writeForm(template, values) : writeReport(template, values)
}

/** Who reports: the office about its work; about disclosure the unit that was named, else the government over the office. */
async function reporterOf(ctx: Ctx, name: TemplateName, unitId: string | undefined): Promise<string> {
  const office = await getOffice(ctx.db)
  if (name === 'half-year') return office.name
  const reporter = unitId ?? office.parentId
  return reporter === null ? office.name : (await getUnit(ctx.db, reporter)).name
}

/** A figure that cannot be asked of one unit has no data in its report. */
function withEveryFigure(figures: readonly Figure[]): ReportValues['figures'] {
  const asked = new Map(figures.map((figure) => [figure.metric, figure]))
  return new Map(placeables.map(({ id }) => [id, asked.get(id) ?? { numerator: 0, denominator: null, valueText: null }]))
}

function wordsOf({ from, to }: ReportScope, cutOff: Date): Readonly<Record<string, string>> {
  const [year = '', firstMonth = ''] = from.split('-')
  const lastMonth = to.slice(5, 7)
  const [, cutMonth = '', cutDay = ''] = dayOf(cutOff).split('-')
  const period = firstMonth === lastMonth ? `${Number(lastMonth)}月` : `${Number(firstMonth)}—${Number(lastMonth)}月`
  return { year, period, lastDay: `${Number(cutMonth)}月${Number(cutDay)}日` }
}
