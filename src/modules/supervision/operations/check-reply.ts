import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { supervisionErrors } from '../errors.ts'
import { sampleLifecycle } from '../lifecycle.ts'
import { openFinding } from '../open-finding.ts'
import { getReply, reachSample, ShownSample, shownSample } from '../sample-view.ts'
import { readSampled } from '../sampled-reply.ts'
import { FINDING_GRADES, Note, REPLY_FAULTS, SampleNumber } from '../schema.ts'
import { judgeReply } from '../store/samples.ts'
import { checkTask } from './draw-sample.ts'

/** The second look at one reply, by somebody who had no hand in it (S-06) and may read it; a faulty one enters the register (S-13). */
export const checkReply = defineOperation({
  name: 'supervision.check-reply',
  summary: 'Records the second look at a drawn reply; a faulty one enters the register of findings',
  kind: 'command',
  http: { method: 'POST', path: '/reply-samples/{number}/check-reply' },
  access: { permission: sampleLifecycle.commands['check-reply'].permission },
  input: z.object({
    number: SampleNumber,
    replyId: z.uuid(),
    faults: z.array(z.enum(REPLY_FAULTS)).max(REPLY_FAULTS.length).default([]),
    grade: z.enum(FINDING_GRADES).default('minor'),
    remark: Note.optional(),
  }),
  output: ShownSample,
  refusals: [supervisionErrors.sampleUnknown, supervisionErrors.itemUnknown, supervisionErrors.alreadyChecked, supervisionErrors.ownReply, lifecycleRefusals.commandNotAllowed],
  examples: [{ summary: 'A reply that does not say on what it rests', input: { number: 'CC202609070001', replyId: '01999999-0000-7000-8000-000000000000', faults: ['noBasis'], grade: 'minor', remark: '没有写明依据的条款。' } }],
  async run(ctx, { number, replyId, faults, grade, remark }) {
    const sample = await reachSample(ctx, number, true)
    const { matter, replies } = sample
    mustBeAllowed(sampleLifecycle, matter.state, 'check-reply')
    const reply = getReply(sample, replyId)
    if (reply.authors.includes(actorOf(ctx.caller)) || (await readSampled(ctx, reply)) === undefined) throw new Refusal(supervisionErrors.ownReply)
    if (reply.checkedAt !== null) throw new Refusal(supervisionErrors.alreadyChecked)
    await judgeReply(ctx.db, replyId, { faults, by: actorOf(ctx.caller), at: ctx.now })
    const last = replies.every(({ id, checkedAt }) => id === replyId || checkedAt !== null)
    await recordStep(ctx, sampleLifecycle, matter, { command: 'check-reply', to: last ? 'checked' : 'drawn', detail: { number: reply.number, faults }, ...(last && { outcome: 'checked', endTasks: [checkTask] }) })
    if (faults.length > 0) {
      await openFinding(ctx, { source: 'replyQuality', grade, violation: 'badReply', unitId: reply.unitId, evidence: [{ kind: 'matter', reference: reply.number }, { kind: 'checkedReply', reference: replyId }], text: remark })
    }
    return shownSample(ctx, await reachSample(ctx, number, false))
  },
})
