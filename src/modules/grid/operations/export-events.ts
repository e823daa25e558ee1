import { z } from 'zod'
import { type Ctx, defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { csvCharsets, csvFile } from '#kernel/csv/csv-file.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { listScope } from '../access.ts'
import { categories } from '../categories.ts'
import { gridErrors } from '../errors.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import { CellId, ComponentCode, Level } from '../schema.ts'
import { listEventRows, type ListedEvent } from '../store/event-lists.ts'
import { unitNamesIn } from '../unit-names.ts'
import { EventView, shownRow, statesOf } from './list-events.ts'

const mostRows = 10_000

type Column = keyof typeof words.eventColumns

const columns = Object.keys(words.eventColumns) as readonly Column[]
const nameOf = new Map(categories.map(({ key, name }) => [key, name]))

/** The lists of events as a table: what is wrong, where and how far it is; nothing that anybody reported in words, and nobody who did. */
export const exportEvents = defineOperation({
  name: 'grid.export-events',
  summary: 'Gives events that the caller commands, handles or oversees as a CSV file, in UTF-8 or GB 18030',
  kind: 'query',
  http: { method: 'GET', path: '/grid/event-exports' },
  access: { permission: 'grid:list' },
  input: z.object({ view: EventView, level: Level.optional(), cellId: CellId.optional(), componentCode: ComponentCode.optional(), overdue: z.stringbool().or(z.boolean()).default(false), charset: z.enum(csvCharsets).default('utf-8') }),
  output: z.instanceof(FileAnswer),
  refusals: [gridErrors.tooManyRows],
  examples: [{ summary: 'What is overdue, for an old office program', input: { view: 'open', overdue: true, charset: 'gb18030' } }],
  async run(ctx, { view, level, cellId, componentCode, overdue, charset }) {
    const scope = listScope(ctx.caller, (await getOffice(ctx.db)).id)
    const found = await listEventRows(ctx.db, { scope, states: statesOf(view), level: level ?? null, cellId: cellId ?? null, componentCode: componentCode ?? null, overdueAt: overdue ? ctx.now : null, after: null, limit: mostRows })
    if (found.length > mostRows) throw new Refusal(gridErrors.tooManyRows, { most: mostRows })
    const units = await unitNamesIn(ctx)
    const rows = found.map((event) => {
      const line = lineOf(ctx, event, units)
      return columns.map((column) => line[column])
    })
    return new FileAnswer(csvFile([columns.map((column) => words.eventColumns[column]), ...rows], charset), `text/csv; charset=${charset}`, `events-${dayOf(ctx.now)}.csv`)
  },
})

function lineOf(ctx: Ctx, event: ListedEvent, units: ReadonlyMap<string, string>): Readonly<Record<Column, string>> {
  const { number, state, source, category, cellId, level, leadUnitId, openedAt, dueAt, overdue, reviewOn, orderNumber } = shownRow(ctx, event)
  return {
    number,
    state: wordIn(words.states, state),
    source: wordIn(words.sources, source),
    category: nameOf.get(category) ?? '',
    cellId,
    level: words.levels[level],
    leadUnitId: leadUnitId === null ? '' : (units.get(leadUnitId) ?? ''),
    openedAt,
    dueAt: dueAt ?? '',
    overdue: overdue ? words.answers.yes : words.answers.no,
    reviewOn: reviewOn ?? '',
    orderNumber: orderNumber ?? '',
  }
}

function wordIn(list: Readonly<Record<string, string>>, code: string): string {
  return list[code] ?? ''
}
