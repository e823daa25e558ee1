import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { disclosureErrors } from '../errors.ts'
import { unitOf } from '../issue-letter.ts'
import { defineRequestCommand } from '../request-command.ts'
import { checkAnswer, checkRepetition } from '../rules/answers.ts'
import { AnswerDraft, RequestNumber } from '../schema.ts'
import { listExcerpts } from '../store/excerpts.ts'
import { type DisclosureRequest, findRequest } from '../store/requests.ts'
import { headTask, taskNames } from '../tasks.ts'
import { tellUnit } from '../tell.ts'

/** The officer puts the answer together; what its kind asks for is there, and nothing of another kind (art. 36 to 39; O-08, O-09, O-14, O-15). */
export const draftAnswer = defineRequestCommand({
  name: 'disclosure.draft-answer',
  command: 'draft-answer',
  summary: 'Drafts the answer of one main kind; somebody else approves and issues it',
  input: AnswerDraft.extend({ number: RequestNumber }),
  refusals: [disclosureErrors.answerIncomplete, disclosureErrors.answerMixed, disclosureErrors.groundForeign, disclosureErrors.earlierUnfit, disclosureErrors.notClarifiedBefore, disclosureErrors.originalAttached, fileErrors.notFound],
  example: { kind: 'alreadyPublic', told: '区政府门户网站“政府信息公开”栏目，索引号014110253/2026-00018。' },
  async effect(ctx, { request }, { number, ...draft }) {
    const { matter } = request
    must(checkAnswer(draft))
    if (draft.earlierNumber !== undefined) await mustRepeat(ctx, request, draft.earlierNumber)
    if (draft.ground === 'stillUnclear' && request.clarifiedOn === null) throw new Refusal(disclosureErrors.notClarifiedBefore)
    await mustAttach(ctx, request, draft)
    const unitId = unitOf(request)
    await tellUnit(ctx, { unitId, role: 'disclosureHead', matterId: matter.id }, 'answer-to-approve', { number })
    return {
      to: 'drafted',
      detail: { kind: draft.kind, ground: draft.ground, files: draft.fileIds.length },
      endTasks: [taskNames.handle],
      assign: [headTask(ctx, unitId, matter)],
      change: { sealed_answer: await ctx.services.vault.seal(ctx.db, request.applicantId, draft), answer_kind: draft.kind, drafted_by: actorOf(ctx.caller), answer_file_ids: [...draft.fileIds] },
    }
  },
})

async function mustRepeat(ctx: Ctx, request: DisclosureRequest, earlierNumber: string): Promise<void> {
  const earlier = await findRequest(ctx.db, earlierNumber, false)
  must(
    checkRepetition(
      earlier && {
        sameApplicant: earlier.applicantId === request.applicantId,
        sameUnit: earlier.matter.leadUnitId === request.matter.leadUnitId,
        sameRecord: earlier.recordIndex === request.recordIndex,
        answered: earlier.answeredAt !== null && earlier.matter.id !== request.matter.id,
      },
    ),
  )
}

/** Files are excerpts made for this application, or the officer's own; of a record that is partly withheld no original leaves the house (art. 37). */
async function mustAttach(ctx: Ctx, request: DisclosureRequest, { kind, fileIds }: AnswerDraft): Promise<void> {
  const excerpts = new Set((await listExcerpts(ctx.db, request.matter.id)).map(({ fileId }) => fileId))
  const others = fileIds.filter((id) => !excerpts.has(id))
  if (others.length > 0 && kind === 'partlyProvided') throw new Refusal(disclosureErrors.originalAttached)
  await claimFiles(ctx, others)
}
