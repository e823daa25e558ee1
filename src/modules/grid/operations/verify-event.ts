import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { commandUnitOf } from '../access.ts'
import { categoryOf } from '../categories.ts'
import { dueWithOrder } from '../due-with-order.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { handlingHours } from '../handling-hours.ts'
import { disposeClock, done } from '../rules/clocks.ts'
import { metresBetween } from '../frame.ts'
import { checkVerification } from '../rules/handling.ts'
import { EventNumber, Latitude, Longitude, Note } from '../schema.ts'
import { gridSettings } from '../settings.ts'
import { listPhotos } from '../store/notes.ts'
import { commandTask, handlerRole, handleTask, taskNames, withClocks } from '../tasks.ts'
import { tellUnit } from '../tell.ts'

/** 核查: on the spot, with a photo, by somebody else than who treated it. What is not as reported goes back to the handler (G-03). */
export const verifyEvent = defineEventCommand({
  name: 'grid.verify-event',
  command: 'verify',
  summary: 'Verifies on the spot whether the treatment is as reported; if not, the event goes back to the handler',
  input: z.object({ number: EventNumber, equal: z.stringbool().or(z.boolean()), longitude: Longitude, latitude: Latitude, finding: Note }),
  refusals: [gridErrors.notOnSite, gridErrors.photoMissing],
  example: { equal: true, longitude: 113.2, latitude: 23.39, finding: '现场已清理干净，与反馈一致。' },
  async effect(ctx, { event }, { equal, longitude, latitude, finding }) {
    const { matter, level, townUnitId, fedBackAt } = event
    const rules = settingsAt(ctx, gridSettings)
    const photos = await listPhotos(ctx.db, matter.id)
    const photographed = photos.some(({ stage, takenAt }) => stage === 'verification' && fedBackAt !== null && takenAt >= fedBackAt)
    must(checkVerification({ metresAway: metresBetween(event, { longitude, latitude }), siteRadius: rules.siteRadius, photographed }))
    const verified = done(matter.timers, 'verify', ctx.now)
    if (equal) {
      const centre = commandUnitOf(event, (await getOffice(ctx.db)).id)
      return { to: 'verified', detail: { equal, longitude, latitude }, timers: verified, endTasks: [taskNames.verify], assign: [commandTask(ctx, 'conclude', centre)], note: { text: finding } }
    }
    const handler = matter.leadUnitId ?? townUnitId
    const own = disposeClock({ id: newId(ctx.now.getTime()), unitId: handler, at: ctx.now }, handlingHours(ctx, must(categoryOf(event.category))), rules.longestExtension)
    const changed = [...verified, await dueWithOrder(ctx, event, own)]
    await tellUnit(ctx, { unitId: handler, role: handlerRole(level), matterId: matter.id }, 'event-sent-back', { number: matter.number })
    return {
      to: 'disposing',
      detail: { equal, longitude, latitude },
      timers: changed,
      endTasks: [taskNames.verify],
      assign: [handleTask(ctx, { unitId: handler, level }, withClocks(matter, afterStep(matter.timers, changed)))],
      change: { reworks: event.reworks + 1, fed_back_at: null, fed_back_by: null, dispose_due_at: null, extended: false },
      note: { text: finding },
    }
  },
})
