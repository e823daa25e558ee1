import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { openSubject } from '#modules/subjects/index.ts'
import type { CallerFacts, ReadingPurpose } from './schema.ts'
import { type CallerRow, findCaller, getCaller, insertCaller, updateCaller } from './store/callers.ts'

/** The record of who calls: a known telephone is the same caller again. Without a number everybody is somebody new. */
export async function callerFor(ctx: Ctx, facts: CallerFacts): Promise<string> {
  const { vault } = ctx.services
  const phone = facts.phone ?? facts.callingNumber
  const phoneIndex = phone === null ? null : vault.index('phone', phone)
  const known = phoneIndex === null ? undefined : await findCaller(ctx.db, { id: null, phoneIndex })
  if (known !== undefined) return withMore(ctx, known, facts)
  const id = newId(ctx.now.getTime())
  await vault.createKey(ctx.db, id)
  const isNew = await insertCaller(ctx.db, { id, phone_index: phoneIndex, sealed_facts: await vault.seal(ctx.db, id, facts), first_called_at: ctx.now })
  if (isNew) return id
  const other = await findCaller(ctx.db, { id: null, phoneIndex })
  if (other === undefined) throw new Error('the caller was neither added nor found')
  return other.id
}

/** The caller of a call that is going on, with what he has now told of himself. */
export async function callerOfCall(ctx: Ctx, callerId: string, told: CallerFacts): Promise<string> {
  return withMore(ctx, await getCaller(ctx.db, callerId), told)
}

/** The record of a registered person, under the person's own key. */
export async function callerOfPerson(ctx: Ctx, personId: string): Promise<string> {
  const known = await findCaller(ctx.db, { id: personId, phoneIndex: null })
  if (known !== undefined) return known.id
  const facts = await openSubject(ctx, personId, { purpose: 'hotline' })
  const sealed = await ctx.services.vault.seal(ctx.db, personId, { name: facts.name, phone: facts.phone, callingNumber: null } satisfies CallerFacts)
  await insertCaller(ctx.db, { id: personId, phone_index: null, sealed_facts: sealed, first_called_at: ctx.now })
  return personId
}

/** What is known of a caller; undefined once forgotten. For the program's own use: what is shown of it is masked, or recorded. */
export async function factsOf(ctx: Ctx, callerId: string): Promise<CallerFacts | undefined> {
  const { sealedFacts } = await getCaller(ctx.db, callerId)
  return ctx.services.vault.open<CallerFacts>(ctx.db, callerId, sealedFacts)
}

/** Writes down who read of a caller what is not masked, and what for (个人信息保护法 art. 51). */
export async function recordReading(ctx: Ctx, of: { readonly callerId: string; readonly matterId: string }, purpose: ReadingPurpose | 'secretOrder'): Promise<void> {
  if (ctx.caller.kind !== 'staff') return
  await recordUnmasking(ctx, { subjectId: of.callerId, matterId: of.matterId, purpose: 'hotline', detail: { purpose } })
}

async function withMore(ctx: Ctx, known: CallerRow, facts: CallerFacts): Promise<string> {
  const before = await ctx.services.vault.open<CallerFacts>(ctx.db, known.id, known.sealedFacts)
  const merged: CallerFacts = { name: facts.name ?? before?.name ?? null, phone: facts.phone ?? before?.phone ?? null, callingNumber: facts.callingNumber ?? before?.callingNumber ?? null }
  if (before === undefined || JSON.stringify(before) === JSON.stringify(merged)) return known.id
  await updateCaller(ctx.db, known.id, await ctx.services.vault.seal(ctx.db, known.id, merged))
  return known.id
}
