import type { Ctx } from '#kernel/contract/operation.ts'
import { instantAtStartOf } from '#kernel/time/day.ts'
import { type CalendarChange, changeBetween, together } from './calendar-change.ts'
import { calendarsByMatter, readCalendar } from './calendar-source.ts'
import { beginProgress, hasBegun, holdMatters, holdOutdated, lastFinishedVersion, type Progress, saveProgress, takeProgress } from './recompute-store.ts'
import { type Calendars, recount } from './recount.ts'
import { newestVersion } from './store.ts'

export interface RecomputedBatch {
  readonly more: boolean
  readonly timers: number
  readonly moved: number
}

/**
 * Counts the next open clocks again with the newest calendar (T-16), in the transaction of `ctx`: the progress of a lane moves
 * with the batch, so that a killed run goes on where it stood, and calls that come side by side take different lanes. When a
 * version is through, clocks that a process with an older calendar wrote meanwhile are looked at once more.
 */
export async function recomputeBatch(ctx: Ctx, limit: number): Promise<RecomputedBatch> {
  const version = await newestVersion(ctx.db)
  if (version === 0) return { more: false, timers: 0, moved: 0 }
  if (!(await hasBegun(ctx.db, version))) await beginProgress(ctx.db, version, { change: await changeToWorkIn(ctx, version), at: ctx.now })
  const calendars = { version, of: await calendarsAt(ctx, version) }
  const progress = await takeProgress(ctx.db, version)
  return progress === undefined ? again(ctx, limit, calendars) : sweep(ctx, { limit, progress, calendars })
}

async function sweep(ctx: Ctx, batch: { readonly limit: number; readonly progress: Progress; readonly calendars: Calendars }): Promise<RecomputedBatch> {
  const { limit, progress, calendars } = batch
  const held = await holdMatters(ctx.db, { ...progress, from: instantAtStartOf(progress.firstDay), limit })
  const counted = await recount(ctx, held, calendars)
  const finishedAt = held.length < limit ? ctx.now : null
  await saveProgress(ctx.db, progress, { after: held.at(-1)?.id, matters: held.length, ...counted, finishedAt })
  return { more: true, timers: counted.timers, moved: counted.moved }
}

async function again(ctx: Ctx, limit: number, calendars: Calendars): Promise<RecomputedBatch> {
  const held = await holdOutdated(ctx.db, limit)
  const { timers, moved } = await recount(ctx, held, calendars)
  return { more: held.length === limit, timers, moved }
}

/** What the versions since the last one that was worked in change between them. */
async function changeToWorkIn(ctx: Ctx, version: number): Promise<CalendarChange | undefined> {
  let all: CalendarChange | undefined
  let before = await readCalendar(ctx.db, await lastFinishedVersion(ctx.db))
  for (let each = before.version + 1; each <= version; each++) {
    const after = await readCalendar(ctx.db, each)
    const change = changeBetween(before, after)
    if (change !== undefined) all = together(all, change)
    before = after
  }
  return all
}

async function calendarsAt(ctx: Ctx, version: number): Promise<Calendars['of']> {
  const { legalCalendar } = ctx.services
  return legalCalendar.version === version ? legalCalendar.of : calendarsByMatter(await readCalendar(ctx.db, version))
}
