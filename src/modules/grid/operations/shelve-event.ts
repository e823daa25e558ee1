import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { addCalendarDays, Day, dayOf } from '#kernel/time/day.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { commandUnitOf } from '../access.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { checkShelving } from '../rules/handling.ts'
import { EventNumber, Note } from '../schema.ts'
import { gridSettings } from '../settings.ts'
import { commandTask, taskNames } from '../tasks.ts'

/** 挂账: what was not solved in an extension either is kept with the day on which it is looked at again (G-06). */
export const shelveEvent = defineEventCommand({
  name: 'grid.shelve-event',
  command: 'shelve',
  summary: 'Shelves an event that could not be solved in an extension either, until a day of review',
  input: z.object({ number: EventNumber, reason: Note, reviewOn: Day }),
  refusals: [gridErrors.notExtended, gridErrors.reviewDayWrong],
  example: { reason: '涉及管网改造，列入明年计划。', reviewOn: '2026-10-30' },
  async effect(ctx, { event }, { reason, reviewOn }) {
    const today = dayOf(ctx.now)
    must(checkShelving({ extended: event.extended, reviewOn, today, lastDay: addCalendarDays(today, settingsAt(ctx, gridSettings).longestShelf.value) }))
    const centre = commandUnitOf(event, (await getOffice(ctx.db)).id)
    return {
      to: 'shelved',
      detail: { reviewOn },
      // The caller of a linked order waits on: its date holds on the shelf too (G-05).
      timers: event.orderNumber === null ? allDropped(event.matter.timers, { at: ctx.now, reason: 'shelved' }) : [],
      endTasks: [taskNames.handle],
      assign: [commandTask(ctx, 'review', centre)],
      change: { review_on: reviewOn },
      note: { text: reason, published: true },
    }
  },
})
