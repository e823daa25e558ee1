import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation, type Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { blastRadius } from '../rules/blast-radius.ts'
import { mayPublish } from '../rules/lint-item.ts'
import { appliesOn, endPredecessor } from '../rules/versions.ts'
import { otherVersionsOf } from '../save-draft-of.ts'
import { BlastRadiusAnswer } from '../schema/blast-radius.ts'
import { ImplementCode } from '../schema/answers.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { noteAct } from '../store/events.ts'
import { readLintLists, readThemes } from '../store/lists.ts'
import { endVersion, hasEdited, lockStandings, type Standing } from '../store/standings.ts'
import { isUnpublished, listStanding, standingVersion } from '../store/versions.ts'
import { writeVersions } from '../store/write-versions.ts'

/** Publishes a draft from a day on: the version before ends there, and running cases keep theirs (I-14). Two persons: editor and publisher. */
export const publishVersion = defineOperation({
  name: 'catalogue.publish-version',
  summary: 'Publishes a draft from a day on and tells what changes with it; cases that run keep their version',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/items/{implementCode}/versions/{version}/publish' },
  access: { permission: 'catalogue:publish' },
  input: z.object({ implementCode: ImplementCode, version: z.coerce.number().int().min(1), from: Day, reason: z.string().trim().min(1).max(500) }),
  output: z.object({ id: z.string(), version: z.int(), effectiveFrom: Day, endedVersion: z.int().nullable(), blastRadius: BlastRadiusAnswer }),
  refusals: [
    catalogueErrors.itemUnknown,
    catalogueErrors.versionUnknown,
    catalogueErrors.versionNotDraft,
    catalogueErrors.sameEditor,
    catalogueErrors.dayInPast,
    catalogueErrors.itemSuspended,
    catalogueErrors.versionsOverlap,
    catalogueErrors.itemUnfit,
  ],
  examples: [{ summary: 'A shorter promise from October on', input: { implementCode: '11440114MB2C00144C4440114005000', version: 1, from: '2026-10-01', reason: '承诺时限压缩' } }],
  async run(ctx, { implementCode, version, from, reason }) {
    const standings = await lockStandings(ctx.db, implementCode)
    const draft = publishableDraft(ctx, standings, version, from)
    const { id, item } = await standingVersion(ctx.db, draft)
    const next: ItemVersion = { ...item, state: 'PUBLISHED', effectiveFrom: from, effectiveTo: null }
    const others = await otherVersionsOf(ctx, version, implementCode)
    const ended = must(endPredecessor(others, next))
    const afterwards = others.map((other) => (other.version === ended?.version ? { ...other, effectiveTo: from } : other))
    must(mayPublish(next, { ...(await readLintLists(ctx.db)), otherVersions: afterwards }))

    const themes = await readThemes(ctx.db)
    const radius = blastRadius(others.find((other) => other.version === ended?.version), next, themes, await listStanding(ctx.db, dayOf(ctx.now)))
    const predecessor = standings.find((one) => one.version === ended?.version)
    if (predecessor !== undefined) await endVersion(ctx.db, predecessor.id, from)
    await writeVersions(ctx.db, [{ id, item: next, editedBy: draft.editedBy, editedAt: ctx.now }], themes)
    await noteAct(ctx, { act: 'publish', implementCode, version, effectiveOn: from, reason })
    ctx.publish('catalogue.version-published', { implementCode, itemVersionId: id, version, effectiveFrom: from })
    return { id, version, effectiveFrom: from, endedVersion: ended?.version ?? null, blastRadius: radius }
  },
})

/** The draft to publish, if this caller may publish it from that day. */
function publishableDraft(ctx: Ctx, standings: readonly Standing[], version: number, from: Day): Standing {
  const draft = standings.find((one) => one.version === version)
  const today = dayOf(ctx.now)
  if (draft === undefined) throw new Refusal(catalogueErrors.versionUnknown, { version })
  if (!isUnpublished(draft)) throw new Refusal(catalogueErrors.versionNotDraft, { version, state: draft.state })
  if (hasEdited(draft, actorOf(ctx.caller))) throw new Refusal(catalogueErrors.sameEditor)
  if (from < today) throw new Refusal(catalogueErrors.dayInPast, { from }, [{ pointer: '/from', code: catalogueErrors.dayInPast.code }])
  if (standings.some((one) => one.state === 'SUSPENDED' && appliesOn(one, today))) throw new Refusal(catalogueErrors.itemSuspended)
  return draft
}
