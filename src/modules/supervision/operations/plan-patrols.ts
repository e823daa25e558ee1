import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { recordedDraw } from '#kernel/draw/recorded-draw.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { type Day, dayOf, instantAtStartOf, weekday } from '#kernel/time/day.ts'
import { getOffice, type HallRow, listHallRows } from '#modules/organisation/index.ts'
import { patrolLifecycle } from '../lifecycle.ts'
import { openOwnMatter } from '../open-own-matter.ts'
import { plannedTimes, timesOf, weekdayOfHours } from '../rules/patrol-plan.ts'
import { type Half, HALVES } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'
import { insertPatrol, plannedHalls } from '../store/patrols.ts'

/** Run early on each working day: the times of the patrols of each hall are drawn, morning and afternoon apart (S-04). Repeating it draws nothing anew. */
export const planPatrols = defineOperation({
  name: 'supervision.plan-patrols',
  summary: 'Draws the times of today’s patrols of each hall',
  kind: 'command',
  access: { permission: 'supervision:run' },
  input: z.object({}),
  output: z.object({ planned: z.number().int() }),
  refusals: [],
  async run(ctx) {
    const day = dayOf(ctx.now)
    const done = await plannedHalls(ctx.db, day)
    const halls = await listHallRows(ctx.db, { after: undefined, limit: 1_000 })
    const open = halls.filter((hall) => !done.has(hall.id) && ctx.services.legalCalendar.of({ regionCode: hall.regionCode, hallId: hall.id }).kindOf(day).working)
    let planned = 0
    for (const hall of open) if (await planHall(ctx, hall, day)) planned += 1
    return { planned }
  },
})

async function planHall(ctx: Ctx, hall: HallRow, day: Day): Promise<boolean> {
  const { patrolsPerHalfDay: asked, patrolGapMinutes: gap } = settingsAt(ctx, supervisionSettings)
  const halves = HALVES.map((half) => ({ half, times: timesOf(half, weekdayOfHours(weekday(day)), hall.openingHours) })).filter(({ times }) => times.length > 0)
  if (halves.length === 0) return false
  const matter = await openOwnMatter(ctx, { kind: 'patrol', leadUnitId: (await getOffice(ctx.db)).id, channel: 'plan', hallId: hall.id }, { command: 'open', to: 'opened', detail: { hallId: hall.id } })
  const draws: { readonly half: Half; readonly drawId: string; readonly transcriptDigest: string }[] = []
  const visits: { readonly id: string; readonly half: Half; readonly plannedAt: Date; readonly drawId: string }[] = []
  for (const { half, times } of halves) {
    const { drawId, selected, transcriptDigest } = await recordedDraw(ctx, { matterId: matter.id, purpose: 'supervision.patrol', candidates: times, count: times.length })
    draws.push({ half, drawId, transcriptDigest })
    visits.push(...plannedTimes(selected, asked, gap).map((time) => ({ id: newId(ctx.now.getTime()), half, drawId, plannedAt: instantOf(day, time) })))
  }
  await recordStep(ctx, patrolLifecycle, matter, { command: 'plan', to: 'planned', detail: { draws } })
  await insertPatrol(ctx.db, { id: matter.id, hallId: hall.id, day, visits })
  return true
}

function instantOf(day: Day, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return instantAtStartOf(day, (hour * 60 + minute) * 60_000)
}
