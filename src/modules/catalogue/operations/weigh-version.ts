import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { countOpenMatters } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { blastRadius } from '../rules/blast-radius.ts'
import { mayPublish } from '../rules/lint-item.ts'
import { appliesOn } from '../rules/versions.ts'
import { otherVersionsOf } from '../save-draft-of.ts'
import { ImplementCode } from '../schema/answers.ts'
import { BlastRadiusAnswer } from '../schema/blast-radius.ts'
import { readLintLists, readThemes } from '../store/lists.ts'
import { listStandings } from '../store/standings.ts'
import { listStanding, standingVersion } from '../store/versions.ts'

const Named = z.object({ key: z.string(), name: z.string() })

/** Before anyone publishes: what the version changes, which guides, themes, certificates and units it touches, and how many open matters keep the old one. */
export const weighVersion = defineOperation({
  name: 'catalogue.weigh-version',
  summary: 'What publishing a version would touch: products, themes, items that use its certificate, units, and the open matters that keep their own version',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/office/items/{implementCode}/versions/{version}/blast-radius' },
  access: { permission: 'catalogue:read-office' },
  input: z.object({ implementCode: ImplementCode, version: z.coerce.number().int().min(1) }),
  output: z.object({
    /** The version of today, which it would follow; null for a new item. */
    follows: z.int().nullable(),
    mayPublish: z.boolean(),
    blastRadius: BlastRadiusAnswer,
    themes: z.array(Named),
    itemsUsingResult: z.array(Named),
    certificateType: Named.nullable(),
    openMatters: z.array(z.object({ kind: z.string(), open: z.int() })).readonly(),
  }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.versionUnknown],
  examples: [{ summary: 'The first version, weighed against itself', input: { implementCode: '11440114MB2C00144C4440114005000', version: 1 } }],
  async run(ctx, { implementCode, version }) {
    const standings = await listStandings(ctx.db, implementCode)
    const weighed = standings.find((one) => one.version === version)
    if (weighed === undefined) throw new Refusal(catalogueErrors.versionUnknown, { version })
    const { item } = await standingVersion(ctx.db, weighed)
    const today = dayOf(ctx.now)
    const others = await otherVersionsOf(ctx, version, implementCode)
    const previous = others.find((other) => appliesOn(other, today))
    const [themes, items, lists] = [await readThemes(ctx.db), await listStanding(ctx.db, today), await readLintLists(ctx.db)]
    const radius = blastRadius(previous, item, themes, items)
    const type = lists.certificateTypes.find((one) => one.key === item.result.certificateType)
    return {
      follows: previous?.version ?? null,
      mayPublish: mayPublish(item, { ...lists, otherVersions: others }).ok,
      blastRadius: radius,
      themes: themes.filter((theme) => radius.themes.includes(theme.key)).map(({ key, name }) => ({ key, name })),
      itemsUsingResult: items.filter((one) => radius.itemsUsingResult.includes(one.itemKey)).map((one) => ({ key: one.implementCode, name: one.name })),
      certificateType: type === undefined ? null : { key: type.key, name: type.name },
      openMatters: await countOpenMatters(ctx.db, standings.map((one) => one.id)),
    }
  },
})
