import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { readLintLists, readThemes } from '../store/lists.ts'
import { countByDepartment } from '../store/search-items.ts'
import { listNames } from '../store/versions.ts'

const Named = z.object({ key: z.string(), name: z.string() })

/** What the record of an item may name: the lists that an editor chooses from. A district has some hundreds of entries, so they come at once. */
export const listReferences = defineOperation({
  name: 'catalogue.list-references',
  summary: 'Departments, certificate types, shared resources, themes and items that the record of an item may name',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/office/references' },
  access: { permission: 'catalogue:read-office' },
  input: z.object({}),
  output: z.object({ departments: z.array(Named), certificateTypes: z.array(Named), sharedResources: z.array(Named), themes: z.array(Named), items: z.array(Named) }),
  refusals: [],
  examples: [{ summary: 'All of them', input: {} }],
  async run(ctx) {
    const { certificateTypes, sharedResources } = await readLintLists(ctx.db)
    const today = dayOf(ctx.now)
    return {
      departments: (await countByDepartment(ctx.db, today)).map(named),
      certificateTypes: certificateTypes.map(named),
      sharedResources: sharedResources.map(named),
      themes: (await readThemes(ctx.db)).map(named),
      items: (await listNames(ctx.db, today)).map(named),
    }
  },
})

function named({ key, name }: z.infer<typeof Named>) {
  return { key, name }
}
