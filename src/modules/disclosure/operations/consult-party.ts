import { z } from 'zod'
import { newId } from '#kernel/ids/new-id.ts'
import { addLimit } from '#kernel/time/limits.ts'
import { issueLetter } from '../issue-letter.ts'
import { defineRequestCommand } from '../request-command.ts'
import { openClock, opinionLimit, pausedForOpinion } from '../rules/clocks.ts'
import { ConsultedKind, RequestNumber, Statement } from '../schema.ts'
import { insertConsultation } from '../store/consultations.ts'
import { tellApplicant } from '../tell.ts'

/** Whom publication may harm, or who made the record as well, has fifteen working days to say what he thinks; they are not counted (art. 32 to 34, O-06). */
export const consultParty = defineRequestCommand({
  name: 'disclosure.consult-party',
  command: 'consult',
  summary: 'Asks a third party or another agency for its opinion in writing; the clock stands still meanwhile',
  input: z.object({ number: RequestNumber, kind: ConsultedKind, party: z.string().trim().min(2).max(100), question: Statement }),
  example: { kind: 'thirdParty', party: '广州某某商业管理有限公司', question: '其中涉及你单位报送的投资明细，请就是否同意公开说明意见和理由。' },
  async effect(ctx, { request }, { kind, party, question }) {
    const { matter, applicantId } = request
    const calendar = ctx.services.legalCalendar.of(matter)
    const due = addLimit(calendar, ctx.now, opinionLimit)
    const letter = await issueLetter(ctx, request, 'opinionRequest', { party, question, opinionBy: due.day, ...(kind === 'coMaker' && { coMaker: 'yes' }) })
    const sealedParty = await ctx.services.vault.seal(ctx.db, applicantId, party)
    await insertConsultation(ctx.db, { id: newId(ctx.now.getTime()), request_id: matter.id, asked_kind: kind, sealed_party: sealedParty, asked_at: ctx.now, due_at: due.at })
    const clock = openClock(matter.timers, 'answer')
    if (matter.state === 'handling') await tellApplicant(ctx, { ...request, matterId: matter.id }, 'consultation-begun', { number: matter.number })
    return { to: 'consulting', detail: { asked: kind }, timers: clock === undefined ? [] : pausedForOpinion(clock, calendar, { at: ctx.now, asked: kind, documentId: letter.id }) }
  },
})
