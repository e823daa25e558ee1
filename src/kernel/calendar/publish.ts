import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { readCalendar } from './calendar-source.ts'
import { checkArrangement } from './contradictions.ts'
import { insertArrangement, insertClosure, insertVersion, type PlacedClosure } from './store.ts'

/** The job that counts open clocks again after a change; defined in jobs.ts. */
export const recomputeJob = 'kernel.recompute-due-dates' as const

/** What a publication made: the edition within the year and the version of the whole calendar. */
export interface Publication {
  readonly edition: number
  readonly calendarVersion: number
}

/** Publishes a notice as the newest edition of its year and has the open clocks counted again (T-16). Refuses contradictions. */
export async function publishArrangement(ctx: Ctx, arrangement: Arrangement): Promise<Publication> {
  const calendarVersion = await nextVersion(ctx, 'arrangement', String(arrangement.year))
  const { arrangements } = await readCalendar(ctx.db, calendarVersion)
  must(checkArrangement(arrangement, arrangements))
  return { edition: await insertArrangement(ctx.db, arrangement, calendarVersion), calendarVersion }
}

/** Puts a closure into force, or a new edition of it. Returns the version of the whole calendar. */
export async function publishClosure(ctx: Ctx, closure: Omit<PlacedClosure, 'edition'>, withdrawn: boolean): Promise<number> {
  const calendarVersion = await nextVersion(ctx, 'closure', closure.id)
  await insertClosure(ctx.db, closure, { calendarVersion, withdrawn })
  return calendarVersion
}

/** Takes in the years that ship with the program and that nobody has published yet, so that the database says by which calendar it counts. Returns them. */
export async function adoptShipped(ctx: Ctx, shipped: readonly Arrangement[], published: ReadonlySet<number>): Promise<readonly number[]> {
  const missing = shipped.filter(({ year }) => !published.has(year))
  if (missing.length === 0) return []
  const years = missing.map(({ year }) => year)
  const calendarVersion = await nextVersion(ctx, 'arrangement', years.join(','))
  for (const arrangement of missing) await insertArrangement(ctx.db, arrangement, calendarVersion)
  return years
}


async function nextVersion(ctx: Ctx, change: 'arrangement' | 'closure', about: string): Promise<number> {
  const version = await insertVersion(ctx.db, { change, about, at: ctx.now, by: actorOf(ctx.caller) })
  ctx.services.freshness.expectChange()
  ctx.addJob(recomputeJob, {}, { key: recomputeJob })
  return version
}
