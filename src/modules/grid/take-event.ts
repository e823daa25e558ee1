import { actorOf, anonymous } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { newQueryCode, queryCodeIndex } from '#kernel/matter/query-code.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { categoryOf } from './categories.ts'
import { placeOf } from './place-of.ts'
import { filingClock } from './rules/clocks.ts'
import { checkComponentClass } from './rules/components.ts'
import type { EventSource, Problem, ReportText } from './schema.ts'
import { gridSettings } from './settings.ts'
import { insertEvent } from './store/events.ts'
import { commandTask } from './tasks.ts'
import { tellReporter } from './tell.ts'

/** A problem as it comes in, whatever the source. */
export interface Intake {
  readonly problem: Problem
  readonly source: EventSource
  readonly name: string | null
  readonly phone: string | null
  /** Whoever reported follows it with a code. */
  readonly followed: boolean
  readonly openData: boolean
}

export interface Taken {
  readonly id: string
  readonly number: string
  /** Told once; stored only as a keyed hash. */
  readonly queryCode: string | null
}

/**
 * 信息采集: opens the event of a problem at the lowest level, in the cell in which it lies (G-01). The matter has no subject and the ledger
 * names nobody who reports; words, name and telephone are sealed under a key of the event's own.
 */
export async function takeEvent(ctx: Ctx, { problem, source, name, phone, followed, openData }: Intake): Promise<Taken> {
  const { vault } = ctx.services
  const { key: category } = must(categoryOf(problem.category))
  const componentCode = problem.componentCode ?? null
  must(checkComponentClass(category, componentCode))
  const { cell, longitude, latitude } = await placeOf(ctx, problem)
  const id = newId(ctx.now.getTime())
  const prefix = `WG${dayOf(ctx.now).replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(5, '0')}`
  const clock = filingClock({ id: newId(ctx.now.getTime()), unitId: cell.unitId, at: ctx.now }, settingsAt(ctx, gridSettings).filing)
  const matter = { id, number, kind: 'gridEvent', regionCode: cell.townCode, subjectId: null, itemVersionId: null, leadUnitId: cell.unitId, channel: source }
  await openMatter(ctx, matter, {
    command: 'collect',
    to: 'reported',
    detail: { category, cellId: cell.id, source, level: 'community', ...(componentCode !== null && { componentCode }) },
    ...(ctx.caller.kind !== 'staff' && { actor: anonymous }),
    timers: [clock],
    assign: [commandTask(ctx, 'file', cell.unitId, { regionCode: cell.townCode, hallId: null, timers: [clock] })],
  })
  const queryCode = followed ? newQueryCode() : null
  const report: ReportText = { description: problem.description, address: problem.address ?? null, name, phone }
  await vault.createKey(ctx.db, id)
  const personId = ctx.caller.kind === 'person' ? ctx.caller.id : null
  await insertEvent(ctx.db, {
    id,
    source,
    category,
    cell_id: cell.id,
    longitude,
    latitude,
    level: 'community',
    person_id: personId,
    collected_by: ctx.caller.kind === 'staff' ? actorOf(ctx.caller) : null,
    query_code_hash: queryCode === null ? null : queryCodeIndex(vault, id, queryCode),
    open_data: openData,
    component_code: componentCode,
    sealed_report: await vault.seal(ctx.db, id, report),
  })
  if (queryCode !== null) await tellReporter(ctx, { eventId: id, personId, phone }, 'event-reported', { number, code: queryCode })
  return { id, number, queryCode }
}
