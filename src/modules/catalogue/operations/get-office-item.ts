import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Day } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { catalogueErrors } from '../errors.ts'
import { lintItem } from '../rules/lint-item.ts'
import { otherVersionsOf } from '../save-draft-of.ts'
import { FindingAnswer, ImplementCode, VersionLine } from '../schema/answers.ts'
import { ItemVersion } from '../schema/item-version.ts'
import { actorNames } from '../actor-names.ts'
import { listActs } from '../store/events.ts'
import { readLintLists } from '../store/lists.ts'
import { hasEdited, listStandings } from '../store/standings.ts'
import { standingVersion } from '../store/versions.ts'

const Actor = z.object({ name: z.string().nullable() })

/** A page shows so many acts; an item has some dozens in its life. */
const mostActs = 100

/** An item as its editors work on it: the draft if there is one, else the newest version, with what the rules say and what happened to it. */
export const getOfficeItem = defineOperation({
  name: 'catalogue.get-office-item',
  summary: 'An item for those who edit and publish: its draft or newest version, the findings, all versions and what was done to it',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/office/items/{implementCode}' },
  access: { permission: 'catalogue:read-office' },
  input: z.object({ implementCode: ImplementCode, version: z.coerce.number().int().min(1).optional() }),
  output: z.object({
    id: z.string(),
    item: ItemVersion,
    contentHash: z.string(),
    mayPublish: z.boolean(),
    findings: z.array(FindingAnswer).readonly(),
    versions: z.array(VersionLine.extend({ editedAt: z.string(), editedBy: Actor, editedByMe: z.boolean() })),
    acts: z.array(z.object({ at: z.string(), by: Actor, act: z.enum(['load', 'publish', 'suspend', 'resume', 'cancel', 'import', 'discard']), version: z.int().nullable(), effectiveOn: Day.nullable(), reason: z.string().nullable() })),
  }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.versionUnknown],
  examples: [{ summary: 'What an editor would work on', input: { implementCode: '11440114MB2C00144C4440114005000' } }],
  async run(ctx, { implementCode, version }) {
    const standings = await listStandings(ctx.db, implementCode)
    const standing = version === undefined ? standings.at(-1) : standings.find((one) => one.version === version)
    if (standing === undefined) throw new Refusal(catalogueErrors.versionUnknown, { implementCode, version })
    const { id, item } = await standingVersion(ctx.db, standing)
    const findings = await findingsOf(ctx, item)
    const acts = await listActs(ctx.db, implementCode, mostActs)
    const names = await actorNames(ctx, [...standings.map((one) => one.editedBy), ...acts.map((act) => act.actor)])
    const shown = (actor: string) => ({ name: names.get(actor) ?? null })
    return {
      id,
      item,
      contentHash: standing.contentHash,
      mayPublish: findings.every((finding) => finding.severity !== 'error'),
      findings,
      versions: standings.toReversed().map((one) => ({
        id: one.id,
        version: one.version,
        state: one.state,
        effectiveFrom: one.effectiveFrom,
        effectiveTo: one.effectiveTo,
        editedAt: instantText(one.editedAt),
        editedBy: shown(one.editedBy),
        editedByMe: hasEdited(one, actorOf(ctx.caller)),
      })),
      acts: acts.map(({ at, actor, ...act }) => ({ ...act, at: instantText(at), by: shown(actor) })),
    }
  },
})

async function findingsOf(ctx: Ctx, item: ItemVersion) {
  return lintItem(item, { ...(await readLintLists(ctx.db)), otherVersions: await otherVersionsOf(ctx, item.version, item.implementCode) })
}
