import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { canonicalJson } from '#kernel/ledger/canonical-json.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { type Edition, editionKeys, findEdition } from '../exchange/edition.ts'
import { exchangeError, type ExchangeError } from '../exchange/exchange-error.ts'
import { exchangeFormats, readTables } from '../exchange/formats.ts'
import { type ReadItem, readItems } from '../exchange/read-items.ts'
import { proofsAreListed } from '../rules/lint-materials.ts'
import { saveDraftOf } from '../save-draft-of.ts'
import { noteAct } from '../store/events.ts'
import { readLintLists } from '../store/lists.ts'
import { listStanding } from '../store/versions.ts'

const ErrorAnswer = z.object({ table: z.string(), row: z.int(), field: z.string(), value: z.string(), rule: z.string(), edition: z.string(), message: z.string() })

/** No answer is longer than this many errors; the counts are of all. */
const mostErrors = 1_000

/** Reads national item tables. A dry run only tells; otherwise items that differ from ours become drafts, and bad ones stay out. */
export const importExchange = defineOperation({
  name: 'catalogue.import-exchange',
  summary: 'Reads the national item tables (JSON, XLSX or one CSV table): tells every error by row, field, rule and edition, and saves what is good as drafts',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/imports', body: 'bytes' },
  access: { permission: 'catalogue:edit' },
  input: z.object({
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    format: z.enum(exchangeFormats).default('json'),
    edition: z.enum(editionKeys).optional(),
    table: z.string().max(60).default('up_task_general_basic'),
    dryRun: z.union([z.boolean(), z.stringbool()]).default(false),
  }),
  output: z.object({ edition: z.string(), accepted: z.int(), unchanged: z.int(), rejected: z.int(), errorCount: z.int(), errors: z.array(ErrorAnswer) }),
  refusals: [catalogueErrors.exchangeUnreadable, catalogueErrors.exchangeEditionUnknown, catalogueErrors.itemKeyTaken, catalogueErrors.itemUnfit],
  examples: [{ summary: 'A dry run of a file with no rows', input: { bytes: new TextEncoder().encode('{"edition":"national-up","tables":{}}'), format: 'json', edition: 'national-up', dryRun: true } }],
  async run(ctx, { bytes, format, edition: askedEdition, table, dryRun }) {
    const file = await readTables(bytes, format, table)
    if (file === undefined) throw new Refusal(catalogueErrors.exchangeUnreadable, { format })
    const edition = findEdition(askedEdition ?? file.edition, Object.keys(file.tables))
    if (edition === undefined) throw new Refusal(catalogueErrors.exchangeEditionUnknown, { tables: Object.keys(file.tables).slice(0, 20) })
    const read = readItems(edition, file.tables, await listStanding(ctx.db, dayOf(ctx.now)))
    const unlisted = await unlistedProofs(ctx, edition, read.items)
    const errors = [...read.errors, ...unlisted.flatMap((one) => one.errors)]
    const good = read.items.filter((one) => !unlisted.some(({ item }) => item === one))
    const changed = good.filter(({ item, base }) => base === undefined || canonicalJson(item) !== canonicalJson(base))
    if (!dryRun && changed.length > 0) {
      for (const { item } of changed) await saveImported(ctx, item)
      await noteAct(ctx, { act: 'import', reason: `${edition.key}: ${changed.length}` })
    }
    return { edition: edition.key, accepted: good.length, unchanged: good.length - changed.length, rejected: read.total - good.length, errorCount: errors.length, errors: errors.slice(0, mostErrors) }
  },
})

/** I-17: an item with a proof outside the list is not even saved. */
async function unlistedProofs(ctx: Ctx, edition: Edition, items: readonly ReadItem[]): Promise<readonly { readonly item: ReadItem; readonly errors: readonly ExchangeError[] }[]> {
  const context = { ...(await readLintLists(ctx.db)), otherVersions: [] }
  return items.flatMap((one) => {
    const findings = proofsAreListed(one.item, context)
    const errors = findings.map(({ pointer, params }) => exchangeError(edition, { table: one.table, row: one.row, field: pointer }, String(params['name'] ?? ''), 'I-17'))
    return errors.length === 0 ? [] : [{ item: one, errors }]
  })
}

async function saveImported(ctx: Ctx, item: ReadItem['item']): Promise<void> {
  const { version: _version, state: _state, effectiveFrom: _from, effectiveTo: _to, ...draft } = item
  await saveDraftOf(ctx, draft)
}
