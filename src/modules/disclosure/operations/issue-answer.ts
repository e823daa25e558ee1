import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { disclosureErrors } from '../errors.ts'
import { issueLetter, unitOf } from '../issue-letter.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { defineRequestCommand } from '../request-command.ts'
import { resultRowOf } from '../rules/annual-rows.ts'
import { done } from '../rules/clocks.ts'
import { type AnswerDraft, RequestNumber, type WantedForm } from '../schema.ts'
import { dueOfClock, officerTask, taskNames } from '../tasks.ts'
import { tellApplicant } from '../tell.ts'

/** Since then who is denied a record asks for review before he goes to court (行政复议法 2023, art. 23). */
const reviewFirstSince = '2024-01-01'

/** The head issues what somebody else drafted, as a numbered letter of its kind with reason, legal basis and remedies (O-08). */
export const issueAnswer = defineRequestCommand({
  name: 'disclosure.issue-answer',
  command: 'issue-answer',
  summary: 'Approves a draft and issues it as a sealed letter; the duty to answer is done',
  /** The version that the head read: a draft that was changed since is not issued unseen. */
  input: z.object({ number: RequestNumber, expectedVersion: z.coerce.number().int().min(0).optional() }),
  refusals: [disclosureErrors.ownDraft],
  example: {},
  async effect(ctx, { request }, { number }) {
    const { matter, sealedAnswer } = request
    if (request.draftedBy === actorOf(ctx.caller)) throw new Refusal(disclosureErrors.ownDraft)
    const draft = sealedAnswer === null ? undefined : await ctx.services.vault.open<AnswerDraft>(ctx.db, request.applicantId, sealedAnswer)
    if (draft === undefined) throw new Refusal(disclosureErrors.requestUnknown)
    const letter = await issueLetter(ctx, request, draft.kind, letterData(draft, request.wantedForm, dayOf(ctx.now)))
    await tellApplicant(ctx, { ...request, matterId: matter.id }, 'request-answered', { number })
    const row = resultRowOf(draft.kind, draft.ground)
    const isThere = request.wantedForm === 'online' && request.personId !== null
    const due = dueOfClock(ctx, matter, 'answer')
    return {
      to: isThere ? 'closed' : 'answered',
      outcome: row,
      detail: { kind: draft.kind, documentId: letter.id },
      timers: done(matter.timers, ['answer'], ctx.now),
      endTasks: [taskNames.approve],
      assign: isThere ? [] : [officerTask(ctx, unitOf(request), { ...matter, timers: [] })],
      change: { answered_at: ctx.now, result_row: row, ended_at: ctx.now, ...(due && { answer_due_at: due.dueAt }), ...(isThere && { delivered_at: ctx.now }) },
    }
  },
})

/** What the letter of a kind says beyond what all of them say. */
function letterData({ kind, ground, reason, legalBasis, told, provided, withheldPart, earlierNumber, fileIds }: AnswerDraft, form: WantedForm, today: string): DocumentData {
  const isDenied = kind === 'withheld' || kind === 'partlyProvided'
  return {
    reason, legalBasis, told, provided, withheldPart, earlierNumber,
    form: texts.wantedForms[form],
    ...(ground !== undefined && { ground: texts.grounds[ground] }),
    ...(fileIds.length > 0 && { files: fileIds.length }),
    ...(isDenied && today >= reviewFirstSince && { reviewFirst: 'yes' }),
  }
}
