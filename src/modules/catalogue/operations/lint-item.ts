import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { catalogueErrors } from '../errors.ts'
import { lintItem } from '../rules/lint-item.ts'
import { otherVersionsOf } from '../save-draft-of.ts'
import { FindingAnswer, ImplementCode } from '../schema/answers.ts'
import { readLintLists } from '../store/lists.ts'
import { listStandings } from '../store/standings.ts'
import { standingVersion } from '../store/versions.ts'

/** What rules I-01 to I-18 say about a version of an item; the newest unless told. */
export const lintItemOperation = defineOperation({
  name: 'catalogue.lint-item',
  summary: 'What the rules of the catalogue say about a version of an item',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/items/{implementCode}/findings' },
  access: { permission: 'catalogue:read-office' },
  input: z.object({ implementCode: ImplementCode, version: z.coerce.number().int().min(1).optional() }),
  output: z.object({ version: z.int(), mayPublish: z.boolean(), findings: z.array(FindingAnswer).readonly() }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.versionUnknown],
  examples: [{ summary: 'The newest version of an item', input: { implementCode: '11440114MB2C00144C4440114005000' } }],
  async run(ctx, { implementCode, version }) {
    const standings = await listStandings(ctx.db, implementCode)
    const standing = version === undefined ? standings.at(-1) : standings.find((one) => one.version === version)
    if (standing === undefined) throw new Refusal(catalogueErrors.versionUnknown, { implementCode, version })
    const { item } = await standingVersion(ctx.db, standing)
    const findings = lintItem(item, { ...(await readLintLists(ctx.db)), otherVersions: await otherVersionsOf(ctx, standing.version, implementCode) })
    return { version: standing.version, mayPublish: findings.every((finding) => finding.severity !== 'error'), findings }
  },
})
