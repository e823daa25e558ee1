import { z } from 'zod'
import { actorOf, type PersonCaller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordAccess } from '#kernel/session/access-log.ts'
import { openSession, type SessionKind } from '#kernel/session/sessions.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { subjectErrors } from './errors.ts'
import { findByDemoKey, getSubject, type SubjectRow } from './store/subjects.ts'

/** What signing in answers with; `level` is the assurance level 0 to 4 of this session. */
export const SignedIn = z.object({ token: z.string(), expiresAt: z.string(), person: z.object({ id: z.uuid(), maskedName: z.string(), level: z.number() }) })

/** The subject of an id, or of the key of an invented person of the demo city; refuses `subjects.unknown`. */
export async function getNamedPerson(ctx: Ctx, named: { readonly personId?: string | undefined; readonly key?: string | undefined }): Promise<SubjectRow> {
  const subject = named.personId === undefined ? await findByDemoKey(ctx.db, named.key ?? '') : await getSubject(ctx.db, named.personId)
  if (subject === undefined) throw new Refusal(subjectErrors.unknown)
  return subject
}

/** The caller that a person is in a session of a level; refuses organisations and the forgotten as `subjects.unknown`. */
export function personCallerOf(subject: SubjectRow, level: number): PersonCaller {
  if (subject.kind !== 'person' || subject.forgotten) throw new Refusal(subjectErrors.unknown)
  return { kind: 'person', id: subject.id, level, name: subject.maskedName }
}

/** Opens a session for a person and writes it down; `purpose` says by which way. */
export async function signPersonIn(ctx: Ctx, subject: SubjectRow, session: { readonly level: number; readonly kind: SessionKind; readonly purpose: string }): Promise<z.infer<typeof SignedIn>> {
  const caller = personCallerOf(subject, session.level)
  await recordAccess(ctx.db, { at: ctx.now, actor: actorOf(caller), act: 'sign-in', purpose: session.purpose, detail: { level: session.level, askedBy: actorOf(ctx.caller) } })
  const { token, expiresAt } = await openSession(ctx.db, caller, { kind: session.kind, now: ctx.now })
  return {
    token,
    expiresAt: instantText(expiresAt),
    person: { id: subject.id, maskedName: subject.maskedName, level: session.level },
  }
}
