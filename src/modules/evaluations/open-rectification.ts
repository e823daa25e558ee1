import { anonymous } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { findMatterById, nextNumber } from '#kernel/matter/store.ts'
import { tellersOf } from '#kernel/notify/tellers.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { getOffice, listEligible } from '#modules/organisation/index.ts'
import { openingClocks } from './rules/clocks.ts'
import { evaluationSettings } from './settings.ts'
import { insertRectification } from './store/rectifications.ts'
import type { ServiceEvent } from './store/evaluable-events.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }

const tellers = tellersOf('evaluations', zh.messages)

export interface BadReview {
  readonly id: string
  readonly grade: number
  readonly anonymous: boolean
}

/** The task of a rectification, from opening to its end. */
export const handlingTask = 'handle-rectification'

/**
 * Opens the one rectification of a bad review in the transaction of the review (E-01), with its clocks (E-02, E-03), on the
 * desk of the unit that served. The ledger does not name an anonymous evaluator (E-06).
 */
export async function openRectification(ctx: Ctx, event: ServiceEvent, review: BadReview): Promise<string> {
  const id = newId(ctx.now.getTime())
  const served = await findMatterById(ctx.db, event.matterId, false)
  if (served === undefined) throw new Error(`service event ${event.id} has no matter`)
  const prefix = `HPZG${dayOf(ctx.now).replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(4, '0')}`
  const unitId = await handlingUnit(ctx, event)
  const timers = openingClocks({ ids: () => newId(ctx.now.getTime()), unitId, at: ctx.now, rules: settingsAt(ctx, evaluationSettings) }, review.anonymous)
  await openMatter(
    ctx,
    { id, number, kind: 'rectification', regionCode: served.regionCode, subjectId: event.personId, itemVersionId: served.itemVersionId, leadUnitId: unitId, channel: 'evaluation', hallId: served.hallId },
    {
      command: 'open',
      to: 'opened',
      detail: { reviewId: review.id, grade: review.grade, ...(review.anonymous && { anonymous: true }) },
      ...(review.anonymous && { actor: anonymous }),
      timers,
      assign: [{ task: handlingTask, unitId, role: 'reviewHandler', dueAt: firstDue(ctx.services.legalCalendar.of(served), timers) }],
    },
  )
  await insertRectification(ctx.db, { id, reviewId: review.id })
  await tellers.unit(ctx, { unitId, role: 'reviewHandler', matterId: id }, 'rectification-opened', { number, grade: zh.grades[String(review.grade) as keyof typeof zh.grades] })
  ctx.publish('evaluations.rectification-opened', { matterId: id, number, unitId: event.unitId })
  return number
}

/** Who served handles (谁办理、谁负责), but never the evaluated himself (E-06): where the unit has nobody else, the office does. */
async function handlingUnit(ctx: Ctx, { unitId, staffId }: ServiceEvent): Promise<string> {
  const others = await listEligible(ctx.db, { unitId, role: 'reviewHandler', day: dayOf(ctx.now), except: staffId === null ? [] : [staffId] })
  return others.length > 0 ? unitId : (await getOffice(ctx.db)).id
}

function firstDue(calendar: WorkingCalendar, timers: readonly Timer[]): Date | undefined {
  const dues = timers.flatMap((timer) => dueOf(timer, calendar).dueAt ?? [])
  return dues.toSorted((one, other) => one.getTime() - other.getTime())[0]
}
