import type { Ctx } from '#kernel/contract/operation.ts'
import { listDocuments } from '#kernel/documents/read.ts'
import { findDocumentRow, openDocument } from '#kernel/documents/stored-document.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import { findCase } from './store/cases.ts'
import { listOpinionTexts } from './store/steps.ts'

/** What was applied for and what was decided for which reasons, and nothing of who applied. */
export interface ReadDecision {
  readonly asked: string
  readonly parts: readonly { readonly name: 'outcome' | 'reason' | 'condition' | 'opinion'; readonly text: string }[]
}

/** A decided case for whoever gives the decision a second look, which the caller of this function decides; undefined where nothing was decided. */
export async function readDecision(ctx: Ctx, number: string): Promise<ReadDecision | undefined> {
  const record = await findCase(ctx.db, number, false)
  if (record === undefined || record.detail.decided_at === null) return undefined
  const { matter, detail, steps } = record
  const sealed = await listOpinionTexts(ctx.db, matter.id)
  const opened = await ctx.services.vault.openMany<string>(ctx.db, sealed.map((one) => ({ subjectId: detail.applicant_id, box: one.sealed_text })))
  const written = new Map(sealed.map(({ key }, place) => [key, opened[place]]))
  const opinions = steps.flatMap(({ key, kind, opinion }) => (kind !== 'REVIEW' || opinion === null ? [] : [[texts.opinions[opinion], written.get(key)].filter((text) => text !== undefined).join('：')]))
  const outcome = matter.outcome === null ? [] : [texts.outcomes[matter.outcome as keyof typeof texts.outcomes]]
  return {
    asked: detail.item_name,
    parts: [...outcome.map((text) => ({ name: 'outcome' as const, text })), ...(await groundsOf(ctx, matter.id)), ...opinions.map((text) => ({ name: 'opinion' as const, text }))],
  }
}

/** Why it was refused, or under which conditions it was granted, as the letter says; nothing once the applicant was forgotten. */
async function groundsOf(ctx: Ctx, matterId: string): Promise<ReadDecision['parts']> {
  const letter = (await listDocuments(ctx.db, matterId)).findLast(({ kind }) => kind === 'refusal' || kind === 'approval')
  const row = letter && (await findDocumentRow(ctx.db, letter.id))
  const opened = row && (await openDocument(ctx.db, ctx.services, row))
  if (opened?.state !== 'whole') return []
  const { reasons, conditions } = opened.content.data
  const rows = typeof reasons === 'object' ? reasons : []
  return [
    ...rows.flatMap(({ reason }) => (typeof reason === 'string' ? [{ name: 'reason' as const, text: reason }] : [])),
    ...(typeof conditions === 'string' ? [{ name: 'condition' as const, text: conditions }] : []),
  ]
}
