import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { ItemVersion } from '../schema/item-version.ts'
import { BasicCatalogueEntry, CertificateType, PermitListEntry, ProofItem, SharedResource } from '../schema/lists.ts'
import { ThemePackage } from '../schema/theme.ts'
import { noteAct } from '../store/events.ts'
import { writeLists, writeThemes } from '../store/lists.ts'
import { insertItems, writeVersions } from '../store/write-versions.ts'

/** Loads a whole catalogue in a handful of statements. Repeating it replaces lists and themes, and adds only versions that are new. */
export const loadCatalogueOperation = defineOperation({
  name: 'catalogue.load-catalogue',
  summary: 'Loads a whole catalogue: lists, themes and item versions as they are',
  kind: 'command',
  access: { permission: 'catalogue:load' },
  input: z.object({
    items: z.array(ItemVersion).readonly(),
    themes: z.array(ThemePackage).readonly(),
    basicCatalogue: z.array(BasicCatalogueEntry).readonly(),
    certificateTypes: z.array(CertificateType).readonly(),
    permitList: z.array(PermitListEntry).readonly(),
    proofItems: z.array(ProofItem).readonly(),
    sharedResources: z.array(SharedResource).readonly(),
  }),
  output: z.object({ versions: z.int(), themes: z.int() }),
  refusals: [],
  async run(ctx, { items, themes, basicCatalogue, certificateTypes, permitList, proofItems, sharedResources }) {
    await writeThemes(ctx.db, themes)
    await writeLists(ctx.db, [
      ...permitList.map((body) => ({ list: 'permit' as const, key: body.basicCode, body })),
      ...proofItems.map((body) => ({ list: 'proof' as const, key: body.name, body })),
      ...sharedResources.map((body) => ({ list: 'sharedResource' as const, key: body.key, body })),
      ...certificateTypes.map((body) => ({ list: 'certificateType' as const, key: body.key, body })),
      ...basicCatalogue.map((body) => ({ list: 'basicCatalogue' as const, key: body.basicCode, body })),
    ])
    await insertItems(ctx.db, items, ctx.now)
    const written = items.map((item) => ({ id: newId(ctx.now.getTime()), item, editedBy: actorOf(ctx.caller), editedAt: ctx.now }))
    const versions = await writeVersions(ctx.db, written, themes)
    await noteAct(ctx, { act: 'load' })
    return { versions, themes: themes.length }
  },
})
