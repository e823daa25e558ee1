import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { catalogueErrors } from '../errors.ts'
import { compareVersions } from '../rules/compare.ts'
import { ElementChangeAnswer, ImplementCode } from '../schema/answers.ts'
import { listStandings } from '../store/standings.ts'
import { visibleVersion } from '../visible-version.ts'

const Version = z.coerce.number().int().min(1)

/** What differs between two versions of an item, element by element. */
export const compareVersionsOperation = defineOperation({
  name: 'catalogue.compare-versions',
  summary: 'What differs between two versions of an item',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/items/{implementCode}/comparison' },
  access: 'public',
  input: z.object({ implementCode: ImplementCode, before: Version, after: Version }),
  output: z.object({ changes: z.array(ElementChangeAnswer).readonly() }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.versionUnknown],
  examples: [{ summary: 'What the second version changes', input: { implementCode: '11440114MB2C00144C4440114005000', before: 1, after: 2 } }],
  async run(ctx, { implementCode, before, after }) {
    const standings = await listStandings(ctx.db, implementCode)
    const [old, now] = [await visibleVersion(ctx, standings, before), await visibleVersion(ctx, standings, after)]
    return { changes: compareVersions(old.item, now.item) }
  },
})
