import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { z } from 'zod'
import { catalogueErrors } from './errors.ts'
import type { Finding } from './rules/finding.ts'
import { lintItem } from './rules/lint-item.ts'
import { ItemVersion } from './schema/item-version.ts'
import { readLintLists, readThemes } from './store/lists.ts'
import { listStandings, lockStandings } from './store/standings.ts'
import { isUnpublished, standingVersion } from './store/versions.ts'
import { findItemIdentities, insertItems, writeVersions } from './store/write-versions.ts'

/** The record as an editor writes it: number, state and days are the store's to give. */
export const ItemDraft = ItemVersion.omit({ version: true, state: true, effectiveFrom: true, effectiveTo: true })
export type ItemDraft = z.infer<typeof ItemDraft>

export interface SavedDraft {
  readonly id: string
  readonly version: number
  readonly findings: readonly Finding[]
}

/**
 * Saves the draft of an item under its next number, over the draft that stands. Tells what the linter finds; refuses what may not even be
 * saved: proofs outside the list (I-17), a key or code that belongs to another item, and what was read before somebody else saved.
 */
export async function saveDraftOf(ctx: Ctx, draft: ItemDraft, basedOn?: string): Promise<SavedDraft> {
  await claimIdentity(ctx, draft)
  const standings = await lockStandings(ctx.db, draft.implementCode).catch(noVersions)
  if (basedOn !== undefined && standings.at(-1)?.contentHash !== basedOn) throw new Refusal(catalogueErrors.draftChanged, { implementCode: draft.implementCode })
  const standing = standings.find(isUnpublished)
  const version = standing?.version ?? Math.max(0, ...standings.map((one) => one.version)) + 1
  const item: ItemVersion = { ...draft, version, state: 'DRAFT', effectiveFrom: dayOf(ctx.now), effectiveTo: null }
  const findings = lintItem(item, { ...(await readLintLists(ctx.db)), otherVersions: await otherVersionsOf(ctx, version, draft.implementCode) })
  const proofs = findings.filter((finding) => finding.rule === 'I-17')
  if (proofs.length > 0) throw new Refusal(catalogueErrors.itemUnfit, { rules: ['I-17'] }, proofs.map(({ pointer, code }) => ({ pointer: `/item${pointer}`, code: `catalogue.lint.${code}` })))
  const id = standing?.id ?? newId(ctx.now.getTime())
  await writeVersions(ctx.db, [{ id, item, editedBy: actorOf(ctx.caller), editedAt: ctx.now }], await readThemes(ctx.db))
  return { id, version, findings }
}

async function claimIdentity(ctx: Ctx, { implementCode, itemKey, basicCode }: ItemDraft): Promise<void> {
  const claims = await findItemIdentities(ctx.db, implementCode, itemKey)
  if (claims.some((claim) => claim.implementCode !== implementCode || claim.itemKey !== itemKey)) throw new Refusal(catalogueErrors.itemKeyTaken, { implementCode, itemKey })
  if (claims.length === 0) await insertItems(ctx.db, [{ implementCode, itemKey, basicCode }], ctx.now)
}

/** A new item has no version yet. */
function noVersions(error: unknown): readonly [] {
  if (error instanceof Refusal && error.code === catalogueErrors.itemUnknown.code) return []
  throw error
}

/** The other versions of an item as they stand, for the rules that compare them. */
export async function otherVersionsOf(ctx: Ctx, version: number, implementCode: string): Promise<readonly ItemVersion[]> {
  const standings = await listStandings(ctx.db, implementCode).catch(noVersions)
  const others = standings.filter((one) => one.version !== version && !isUnpublished(one))
  return Promise.all(others.map(async (one) => (await standingVersion(ctx.db, one)).item))
}
