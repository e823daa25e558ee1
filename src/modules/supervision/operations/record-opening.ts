import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { getHall, getOffice, getStaff, getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { supervisionErrors } from '../errors.ts'
import { mustBeInspector } from '../inspector-only.ts'
import { openingLifecycle } from '../lifecycle.ts'
import { sealOwn } from '../notes.ts'
import { reachOpening, ShownOpening, shownOpening } from '../opening-view.ts'
import { openOwnMatter } from '../open-own-matter.ts'
import { clock } from '../rules/clocks.ts'
import { BOX_ITEM_KINDS, Key, Note, StaffId } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'
import { insertOpening } from '../store/boxes.ts'

/** The task of an opening, until every item has its reply. */
export const answerTask = 'answer-box-items'

/** S-14: when and by whom a suggestion box was opened (two are recommended), and what was in it; an empty one is on record too. */
export const recordOpening = defineOperation({
  name: 'supervision.record-opening',
  summary: 'Records the opening of a suggestion box: who opened it and what was found',
  kind: 'command',
  http: { method: 'POST', path: '/box-openings', status: 201 },
  access: { permission: 'supervision:record' },
  input: z.object({
    hallId: Key,
    openers: z.array(StaffId).min(1).max(5).refine((openers) => new Set(openers).size === openers.length),
    items: z.array(z.object({ kind: z.enum(BOX_ITEM_KINDS), unitId: Key.optional(), text: Note })).max(50).default([]),
  }),
  output: ShownOpening,
  refusals: [supervisionErrors.notYourPart, organisationErrors.hallUnknown, organisationErrors.staffUnknown, organisationErrors.unitUnknown],
  examples: [{ summary: 'One suggestion', input: { hallId: 'qu-zhengwu', openers: ['HD0009', 'HD0002'], items: [{ kind: 'suggestion', text: '建议在二楼增设一台自助复印机。' }] } }],
  async run(ctx, { hallId, openers, items }) {
    await mustBeInspector(ctx)
    const day = dayOf(ctx.now)
    const hall = await getHall(ctx.db, hallId)
    const office = await getOffice(ctx.db)
    for (const staffId of openers) await getStaff(ctx.db, staffId)
    for (const { unitId } of items) if (unitId !== undefined) await getUnit(ctx.db, unitId)
    const answer = clock({ id: newId(ctx.now.getTime()), name: 'answerBox', budget: settingsAt(ctx, supervisionSettings).boxReply, unitId: office.id, at: ctx.now })
    const { dueAt } = dueOf(answer, ctx.services.legalCalendar.of({ regionCode: office.regionCode, hallId: hall.id }))
    const matter = await openOwnMatter(
      ctx,
      { kind: 'boxOpening', leadUnitId: office.id, channel: 'box', hallId: hall.id },
      {
        command: 'open',
        to: 'opened',
        detail: { openers, items: items.map(({ kind, unitId }) => ({ kind, unitId: unitId ?? null })) },
        ...(items.length > 0 && { timers: [answer], assign: [{ task: answerTask, unitId: office.id, role: 'inspector', ...(dueAt !== undefined && { dueAt }) }] }),
      },
    )
    await insertOpening(ctx.db, { id: matter.id, hallId: hall.id, openers, day }, items.map((item, index) => ({ id: newId(ctx.now.getTime()), place: index + 1, kind: item.kind, unitId: item.unitId ?? null, sealedText: sealOwn(ctx, item.text) })))
    if (items.length === 0) await recordStep(ctx, openingLifecycle, matter, { command: 'find-empty', to: 'answered', outcome: 'empty' })
    return shownOpening(ctx, await reachOpening(ctx, matter.number, false))
  },
})
