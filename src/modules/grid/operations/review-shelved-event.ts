import { z } from 'zod'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { addCalendarDays, Day, dayOf } from '#kernel/time/day.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { categoryOf } from '../categories.ts'
import { dueWithOrder } from '../due-with-order.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { handlingHours } from '../handling-hours.ts'
import { disposeClock, openClock } from '../rules/clocks.ts'
import { checkReviewDay } from '../rules/handling.ts'
import { EventNumber, Note } from '../schema.ts'
import { gridSettings } from '../settings.ts'
import { handleTask, taskNames, withClocks } from '../tasks.ts'

/** The day of review: the event is taken up again with its time, or stays shelved until another day (G-06). */
export const reviewShelvedEvent = defineEventCommand({
  name: 'grid.review-shelved-event',
  command: 'review-shelved',
  summary: 'Takes a shelved event up again, or sets the next day of review',
  input: z.object({ number: EventNumber, resume: z.stringbool().or(z.boolean()), reviewOn: Day.optional(), finding: Note }),
  refusals: [gridErrors.reviewDayWrong],
  example: { resume: true, finding: '管网改造已开工，恢复处置。' },
  async effect(ctx, { event }, { resume, reviewOn, finding }) {
    const { matter, level, townUnitId, reviews } = event
    const rules = settingsAt(ctx, gridSettings)
    if (!resume) {
      if (reviewOn === undefined) throw new Refusal(gridErrors.reviewDayWrong, {}, [{ pointer: '/reviewOn', code: 'grid.review-day-wrong' }])
      const today = dayOf(ctx.now)
      must(checkReviewDay({ reviewOn, today, lastDay: addCalendarDays(today, rules.longestShelf.value) }))
      return { to: 'shelved' as const, detail: { resume, reviewOn }, change: { review_on: reviewOn, reviews: reviews + 1 }, note: { text: finding } }
    }
    const unitId = matter.leadUnitId ?? townUnitId
    const own = disposeClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now }, handlingHours(ctx, must(categoryOf(event.category))), rules.longestExtension)
    const clock = openClock(matter.timers, 'dispose') ?? (await dueWithOrder(ctx, event, own))
    return {
      to: 'disposing' as const,
      detail: { resume },
      timers: [clock],
      endTasks: [taskNames.review],
      assign: [handleTask(ctx, { unitId, level }, withClocks(matter, afterStep(matter.timers, [clock])))],
      change: { review_on: null, reviews: reviews + 1, extended: false },
      note: { text: finding },
    }
  },
})
