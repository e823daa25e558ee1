import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { catalogueErrors } from '../errors.ts'
import { FindingAnswer, ImplementCode } from '../schema/answers.ts'
import { exampleDraft } from './save-draft-example.ts'
import { hasVersions } from '../store/standings.ts'
import { ItemDraft, saveDraftOf } from '../save-draft-of.ts'

/** Saves the next version of an item as a draft; the answer says what stands against publishing it. `basedOn` is the `contentHash` that the editor read: who would write over another's change is refused. `isNew` refuses where the item already has a version. */
export const saveDraft = defineOperation({
  name: 'catalogue.save-draft',
  summary: 'Saves the draft of the next version of an item and tells what the rules say about it',
  kind: 'command',
  http: { method: 'PUT', path: '/catalogue/items/{implementCode}/draft' },
  access: { permission: 'catalogue:edit' },
  input: z.object({ implementCode: ImplementCode, item: ItemDraft, basedOn: z.string().max(64).optional(), isNew: z.boolean().default(false) }),
  output: z.object({ id: z.string(), version: z.int(), findings: z.array(FindingAnswer).readonly() }),
  refusals: [catalogueErrors.itemUnfit, catalogueErrors.itemKeyTaken, catalogueErrors.draftChanged],
  examples: [{ summary: 'The next version of an item', input: { implementCode: exampleDraft.implementCode, item: exampleDraft } }],
  async run(ctx, { implementCode, item, basedOn, isNew }) {
    if (item.implementCode !== implementCode) throw new Refusal(catalogueErrors.itemKeyTaken, { implementCode, itemKey: item.itemKey })
    if (isNew && (await hasVersions(ctx.db, implementCode))) throw new Refusal(catalogueErrors.itemKeyTaken, { implementCode, itemKey: item.itemKey }, [{ pointer: '/implementCode', code: catalogueErrors.itemKeyTaken.code }])
    return saveDraftOf(ctx, item, basedOn)
  },
})
