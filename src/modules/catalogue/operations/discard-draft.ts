import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { catalogueErrors } from '../errors.ts'
import { ImplementCode } from '../schema/answers.ts'
import { noteAct } from '../store/events.ts'
import { deleteDraftVersion, lockStandings } from '../store/standings.ts'
import { isUnpublished } from '../store/versions.ts'

/** Throws the draft of an item away; what is published stays as it is. Of an item that was never published nothing is left but its code, which no other item gets. */
export const discardDraft = defineOperation({
  name: 'catalogue.discard-draft',
  summary: 'Deletes the draft of the next version of an item; published versions stay',
  kind: 'command',
  http: { method: 'DELETE', path: '/catalogue/items/{implementCode}/draft' },
  access: { permission: 'catalogue:edit' },
  input: z.object({ implementCode: ImplementCode, version: z.coerce.number().int().min(1) }),
  output: z.object({ implementCode: z.string(), version: z.int(), remaining: z.int() }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.versionUnknown, catalogueErrors.versionNotDraft],
  examples: [{ summary: 'A draft that is not wanted any more', input: { implementCode: '11440114MB2C00144C4440114005000', version: 2 } }],
  async run(ctx, { implementCode, version }) {
    const standings = await lockStandings(ctx.db, implementCode)
    const draft = standings.find((one) => one.version === version)
    if (draft === undefined) throw new Refusal(catalogueErrors.versionUnknown, { version })
    if (!isUnpublished(draft)) throw new Refusal(catalogueErrors.versionNotDraft, { version })
    await deleteDraftVersion(ctx.db, draft.id)
    await noteAct(ctx, { act: 'discard', implementCode, version })
    return { implementCode, version, remaining: standings.length - 1 }
  },
})
