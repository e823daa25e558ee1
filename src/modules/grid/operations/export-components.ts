import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { csvCharsets, csvFile } from '#kernel/csv/csv-file.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { gridErrors } from '../errors.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import type { ComponentField } from '../rules/components.ts'
import { CategoryKey, CellId, TownCode } from '../schema.ts'
import { listComponentRows } from '../store/components.ts'
import { unitNamesIn } from '../unit-names.ts'

/** As many as one import takes: what is exported can be mended and imported again. */
const mostRows = 10_000
const fields = Object.keys(words.componentFields) as readonly ComponentField[]

/** The inventory as the table that an import reads. */
export const exportComponents = defineOperation({
  name: 'grid.export-components',
  summary: 'Gives components of the inventory as a CSV file that an import reads again, in UTF-8 or GB 18030',
  kind: 'query',
  http: { method: 'GET', path: '/grid/component-exports' },
  access: { permission: 'grid:read-components' },
  input: z.object({ townCode: TownCode.optional(), cellId: CellId.optional(), category: CategoryKey.optional(), charset: z.enum(csvCharsets).default('utf-8') }),
  output: z.instanceof(FileAnswer),
  refusals: [gridErrors.tooManyRows],
  examples: [{ summary: 'The covers of rain water of a street, for an old office program', input: { townCode: '440114001', category: 'P0103', charset: 'gb18030' } }],
  async run(ctx, { townCode, cellId, category, charset }) {
    const found = await listComponentRows(ctx.db, { townCode: townCode ?? null, cellId: cellId ?? null, category: category ?? null, after: null, limit: mostRows })
    if (found.length > mostRows) throw new Refusal(gridErrors.tooManyRows, { most: mostRows })
    const units = await unitNamesIn(ctx)
    const rows = found.map((row) => {
      const line: Readonly<Record<ComponentField, string>> = { code: row.code, longitude: String(row.longitude), latitude: String(row.latitude), address: row.address ?? '', unit: units.get(row.unitId) ?? '', surveyedOn: row.surveyedOn ?? '', state: words.componentStates[row.state] }
      return fields.map((field) => line[field])
    })
    return new FileAnswer(csvFile([fields.map((field) => words.componentFields[field]), ...rows], charset), `text/csv; charset=${charset}`, `components-${dayOf(ctx.now)}.csv`)
  },
})
