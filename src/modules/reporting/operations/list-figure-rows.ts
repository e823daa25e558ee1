import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { listFigureRows } from '#kernel/metrics/evaluate.ts'
import type { FigureRow } from '#kernel/metrics/metric.ts'
import type { Day } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listReach, reaches } from '../access.ts'
import { reportingErrors } from '../errors.ts'
import { filterOf, readingOf } from '../figures-of.ts'
import { partName } from '../part-names.ts'
import { getMetric, hasDimensions } from '../registry.ts'
import { FigureQuestion, isPeriod } from '../schema.ts'

const Row = z.object({
  key: z.string(),
  number: z.string().nullable(),
  kind: z.string().nullable(),
  at: z.string().nullable(),
  counted: z.boolean(),
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  /** Of a row that is no matter, such as an item. */
  name: z.string().nullable(),
})

/** The list behind a figure: each row with its matter's number, by which its ledger opens. */
export const listFigureRowsOperation = defineOperation({
  name: 'reporting.list-figure-rows',
  summary: 'Lists what a figure counts: as many rows as the figure says',
  kind: 'query',
  http: { method: 'GET', path: '/figures/{metric}/rows' },
  access: { permission: 'reporting:read-lists' },
  input: FigureQuestion.extend({ metric: z.string().max(100), limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.string().max(200).optional() }).refine(isPeriod, { path: ['to'] }),
  output: z.object({
    items: z.array(Row),
    nextCursor: z.string().nullable(),
  }),
  refusals: [reportingErrors.metricUnknown, reportingErrors.dimensionUnknown, reportingErrors.listNotYours],
  examples: [{ summary: 'Accepted cases of May 2018', input: { metric: 'cases.accepted', from: '2018-05-01', to: '2018-05-31' } }],
  async run(ctx, { metric: id, limit, cursor, ...question }) {
    const metric = getMetric(id)
    const filter = filterOf(question)
    if (!reaches(listReach(ctx.caller, (await getOffice(ctx.db)).id), filter)) throw new Refusal(reportingErrors.listNotYours)
    if (!hasDimensions(metric, filter)) throw new Refusal(reportingErrors.dimensionUnknown, { dimensions: metric.dimensions })
    const rows = await listFigureRows(readingOf(ctx), metric, {
      from: question.from,
      to: question.to,
      now: ctx.now,
      filter,
      limit: limit + 1,
      ...(question.asOf !== undefined && { asOf: new Date(question.asOf) }),
      ...(cursor !== undefined && { after: Buffer.from(cursor, 'base64url').toString('utf8').replaceAll('\0', '') }),
    })
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    const named: z.infer<typeof Row>[] = []
    for (const row of items) named.push({ ...row, at: row.at && instantText(row.at), ...(await namesOf(ctx, row, question.to)) })
    return { items: named, nextCursor: last === undefined ? null : Buffer.from(last.key).toString('base64url') }
  },
})

/** The unit of a row; and what a row is called that is no matter: an item, or the unit itself. */
async function namesOf(ctx: Ctx, { key, number, unitId }: FigureRow, day: Day): Promise<{ readonly unit: string | null; readonly name: string | null }> {
  const unit = unitId === null ? null : await partName(ctx, { by: 'unitId', key: unitId, day })
  return { unit, name: number === null ? ((await partName(ctx, { by: 'item', key, day })) ?? unit) : null }
}
