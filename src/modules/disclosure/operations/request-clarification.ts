import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { addCalendarDays, Day, dayOf } from '#kernel/time/day.ts'
import { dueDay } from '#kernel/time/limits.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { disclosureErrors } from '../errors.ts'
import { issueLetter, unitOf } from '../issue-letter.ts'
import { defineRequestCommand } from '../request-command.ts'
import { clarifyClock, dropped, noticeEnds } from '../rules/clocks.ts'
import { RequestNumber, Statement } from '../schema.ts'
import { disclosureSettings } from '../settings.ts'
import { tellApplicant } from '../tell.ts'

const longestDays = 60

/** An unclear application is sent back once, within seven working days, with a day by which to make it clear (art. 30, O-05). */
export const requestClarification = defineRequestCommand({
  name: 'disclosure.request-clarification',
  command: 'request-clarification',
  summary: 'Tells the applicant once what to make clear, and by when; the time for the answer starts again when that is done',
  input: z.object({ number: RequestNumber, reason: Statement, correction: Statement, clarifyBy: Day.optional() }),
  refusals: [disclosureErrors.clarifiedAlready, disclosureErrors.clarificationTooLate, disclosureErrors.clarifyByWrong],
  example: { reason: '所述“有关材料”不能指向特定的政府信息', correction: '请写明文件名称、文号或者形成时间' },
  async effect(ctx, { request }, { reason, correction, clarifyBy }) {
    const { matter, receivedOn, clarificationAskedAt } = request
    if (clarificationAskedAt !== null) throw new Refusal(disclosureErrors.clarifiedAlready)
    const rules = settingsAt(ctx, disclosureSettings)
    const calendar = ctx.services.legalCalendar.of(matter)
    if (receivedOn === null || ctx.now > noticeEnds(calendar, receivedOn, rules.clarificationNotice)) throw new Refusal(disclosureErrors.clarificationTooLate, { receivedOn })
    const today = dayOf(ctx.now)
    const by = clarifyBy ?? dueDay(calendar, today, rules.clarification).day
    if (by <= today || by > addCalendarDays(today, longestDays)) throw new Refusal(disclosureErrors.clarifyByWrong, { by }, [{ pointer: '/clarifyBy', code: disclosureErrors.clarifyByWrong.code }])
    await issueLetter(ctx, request, 'clarification', { reason, correction, clarifyBy: by })
    await tellApplicant(ctx, { ...request, matterId: matter.id }, 'clarification-asked', { number: matter.number, day: by })
    return {
      to: 'awaitingClarification',
      detail: { clarifyBy: by },
      timers: [...dropped(matter.timers, ['answer'], { at: ctx.now, reason: texts.endReasons.clarification }), clarifyClock({ id: newId(ctx.now.getTime()), unitId: unitOf(request), at: ctx.now }, by)],
      change: { clarification_asked_at: ctx.now, clarify_by: by },
      note: { text: `${reason}\n${correction}`, published: true },
    }
  },
})
