import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { listStaffNames } from '#modules/organisation/index.ts'
import { insertNote, listNotes } from './store/notes.ts'

const purpose = 'supervision'

/** What somebody wrote at a step. */
export const ShownNote = z.object({ command: z.string(), authorName: z.string().nullable(), at: z.string(), text: z.string() })

/** Seals a text of the office's own; it outlives every subject. */
export function sealOwn(ctx: Pick<Ctx, 'services'>, text: string): Buffer {
  return ctx.services.vault.sealForOffice(Buffer.from(text), purpose)
}

export function openOwn(ctx: Pick<Ctx, 'services'>, box: Uint8Array): string {
  return ctx.services.vault.openForOffice(box, purpose).toString()
}

/** Keeps what was written at a step, with its author. */
export async function note(ctx: Ctx, matterId: string, command: string, text: string): Promise<void> {
  await insertNote(ctx.db, matterId, { id: newId(ctx.now.getTime()), command, author: actorOf(ctx.caller), sealedText: sealOwn(ctx, text), notedAt: ctx.now })
}

/** Everything that was written in a matter, oldest first. */
export async function shownNotes(ctx: Pick<Ctx, 'db' | 'services'>, matterId: string): Promise<z.infer<typeof ShownNote>[]> {
  const notes = await listNotes(ctx.db, matterId)
  const names = await staffNamesOf(ctx, notes.map(({ author }) => author))
  return notes.map(({ command, author, sealedText, notedAt }) => ({ command, authorName: names[author] ?? null, at: instantText(notedAt), text: openOwn(ctx, sealedText) }))
}

/** The names of members of staff by the references of the ledger (`staff:HD0009`); the program has none. */
export async function staffNamesOf({ db }: Pick<Ctx, 'db'>, actors: readonly (string | null)[]): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(actors)].flatMap((actor) => (actor?.startsWith('staff:') ? [actor.slice('staff:'.length)] : []))
  const names = await listStaffNames(db, ids)
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [`staff:${id}`, name]))
}
