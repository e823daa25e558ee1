import type { Ctx } from '#kernel/contract/operation.ts'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { must } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { maskPersonName, openSubject } from '#modules/subjects/index.ts'
import { checkDeclaration } from './rules/declaration.ts'
import type { Declaration, DeclarationMade } from './schema.ts'
import type { CaseRecord } from './store/cases.ts'
import versions from './locales/declarations.zh-CN.json' with { type: 'json' }

/** The applicant's word as it is kept, sealed under the applicant's key. */
export interface KeptDeclaration {
  readonly version: number
  /** As the register named him that day. */
  readonly name: string
  readonly at: string
  /** The clerk before whom it was made; null: made by the person signed in. */
  readonly takenBy: string | null
}

/** The words of a version. */
export function declarationWords(version: number): string {
  return (versions as Readonly<Record<string, string>>)[version] ?? ''
}

/** What the ledger holds of it: which words, provably; nothing about a person. */
export function declarationInLedger(version: number): { readonly version: number; readonly wordsHash: string } {
  return { version, wordsHash: sm3Hex(declarationWords(version)) }
}

/** Takes the declaration of whoever files (行政许可法 art. 31): the person signed in, for himself or as agent; at a window the applicant, before the clerk. */
export async function takeDeclaration(ctx: Ctx, { version }: Declaration, applicantId: string): Promise<KeptDeclaration> {
  must(checkDeclaration(version))
  const { caller } = ctx
  const { name } = await openSubject({ ...ctx, caller: { kind: 'system', name: 'job' } }, caller.kind === 'person' ? caller.id : applicantId, { purpose: 'document' })
  return { version, name, at: instantText(ctx.now), takenBy: caller.kind === 'staff' ? caller.id : null }
}

/** The declaration that stands in a case; undefined for one filed before they were kept, or whose subject was forgotten. */
async function declarationOf(ctx: Ctx, { detail }: Pick<CaseRecord, 'detail'>): Promise<KeptDeclaration | undefined> {
  return detail.sealed_declaration === null ? undefined : ctx.services.vault.open<KeptDeclaration>(ctx.db, detail.applicant_id, detail.sealed_declaration)
}

/** As a page shows it; staff see the name masked, like every name of a case. */
export async function declarationShown(ctx: Ctx, record: Pick<CaseRecord, 'detail'>): Promise<DeclarationMade | null> {
  const kept = await declarationOf(ctx, record)
  if (kept === undefined) return null
  const { version, name, at, takenBy } = kept
  const masked = takenBy === null ? maskPersonName(name) : record.detail.applicant_name
  return { version, text: declarationWords(version), name: ctx.caller.kind === 'staff' ? masked : name, at, takenBy }
}

/** As the receipt and the voucher say it. */
export async function declarationData(ctx: Ctx, record: Pick<CaseRecord, 'detail'>): Promise<DocumentData> {
  const kept = await declarationOf(ctx, record)
  if (kept === undefined) return {}
  const { version, name, at, takenBy } = kept
  return { declaration: declarationWords(version), declaredBy: name, declaredOn: dayOf(new Date(at)), declaredTime: at.slice(11, 16), ...(takenBy === null ? { declaredOnline: name } : { declaredBefore: takenBy }) }
}
