import type { Ctx } from '#kernel/contract/operation.ts'
import { type Day, dayOf, instantAtEndOf, parseDay } from '#kernel/time/day.ts'
import { listCodesOfType } from '#modules/catalogue/index.ts'
import { type AnnualTable, annualTable } from '#modules/disclosure/index.ts'
import { countNormative } from '#modules/publication/index.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import texts from '../locales/disclosure-annual.zh-CN.json' with { type: 'json' }
import { getMetric } from '../registry.ts'
import { type ActiveFigures, activeForm, remediesForm, requestsForm } from './annual-forms.ts'
import type { FormTable } from './form-table.ts'
import { simulatedNote } from './simulated-note.ts'
import { templateOn } from './template-in-force.ts'
import { type ReportSection, wordOf } from './word.ts'
import { writtenReport } from './written-report.ts'

/** 行政许可, in the code list of item types. */
const permit = '01'

export interface AnnualQuestion {
  readonly year: number
  /** All units together unless told. */
  readonly unitId?: string | undefined
}

/** The annual report on disclosure (政府信息公开条例 art. 50) in the form of 国办公开办函〔2021〕30号: six parts, the tables of the second to the fourth with their zeros. */
export async function disclosureAnnualWord(ctx: Ctx, { year, unitId }: AnnualQuestion): Promise<Uint8Array> {
  const table = await annualTable(ctx, { year, unitId })
  const scope = { from: parseDay(`${year}-01-01`), to: parseDay(`${year}-12-31`), unitId: table.whole ? undefined : unitId }
  const report = await writtenReport(ctx, await templateOn(ctx, 'disclosure-annual', dayOf(ctx.now)), scope)
  const forms = new Map<string, readonly FormTable[]>([
    [texts.parts.active, [activeForm(await activeFigures(ctx, scope))]],
    [texts.parts.requests, [requestsForm(table)]],
    [texts.parts.remedies, [remediesForm(table)]],
  ])
  const sections = report.sections.map(({ title, paragraphs }): ReportSection => ({ title, paragraphs: [...paragraphs, ...statutory(title, { paragraphs, table })], forms: forms.get(title) ?? [] }))
  return wordOf({ title: report.title, sections }, { notes: notesOf(ctx, table), pictures: [], tables: [] })
}

function notesOf(ctx: Ctx, { year, provisional }: AnnualTable): readonly string[] {
  const made = texts.made.replaceAll('{year}', String(year))
  return [simulatedNote(ctx.services), provisional ? texts.provisional : undefined, made].filter((note) => note !== undefined)
}

/** What a part has to say whatever the sentences are: which cells are empty, the processing fees, and that there is nothing to say. */
function statutory(title: string, { paragraphs, table: { fees } }: { readonly paragraphs: readonly string[]; readonly table: AnnualTable }): readonly string[] {
  if (title === texts.parts.active) return [texts.emptyCells]
  if (title === texts.parts.other) {
    const yuan = (fen: number): string => (fen / 100).toFixed(2)
    return [fees.notices === 0 && fees.paidFen === 0 ? texts.noFees : texts.fees.replace('{notices}', String(fees.notices)).replace('{demanded}', yuan(fees.demandedFen)).replace('{paid}', yuan(fees.paidFen))]
  }
  const hasTable = title === texts.parts.requests || title === texts.parts.remedies
  return paragraphs.length === 0 && !hasTable ? [texts.nothing] : []
}

/** The figures of the second part that the ledger knows. */
async function activeFigures(ctx: Ctx, { from, to, unitId }: { readonly from: Day; readonly to: Day; readonly unitId: string | undefined }): Promise<ActiveFigures> {
  const normative = await countNormative(ctx.db, { unitId: unitId ?? null, firstDay: from, lastDay: to, until: instantAtEndOf(to) })
  return { normative, permits: await decidedPermits(ctx, { from, to, unitId }) }
}

/** Decisions on permits: the cases decided in the year of items that are permits, or were when the case began. */
async function decidedPermits(ctx: Ctx, { from, to, unitId }: { readonly from: Day; readonly to: Day; readonly unitId: string | undefined }): Promise<number> {
  const permits = new Set(await listCodesOfType(ctx.db, permit, to))
  const decided = await evaluateBy(readingOf(ctx), getMetric('cases.decided'), { from, to, now: ctx.now, filter: { unitId }, by: 'item' })
  return decided.filter(({ part }) => part !== null && permits.has(part)).reduce((sum, { counted }) => sum + counted, 0)
}
