import { z } from 'zod'
import { holdsRole } from '#kernel/access/caller.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listEligible } from '#modules/organisation/index.ts'
import { dispatchNext, taskOf } from '../dispatch.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { recordCaseStep } from '../record-step.ts'
import { finished } from '../rules/clock-changes.ts'
import { checkOfficers } from '../rules/decision.ts'
import { openStepClocks } from '../rules/step-clocks.ts'
import { finishStep } from '../store/steps.ts'
import { defineCaseCommand } from './case-command.ts'

/** A unit gives its opinion; when the last of its order is in, the next units receive the case at that instant (C-22). */
export const reviewCase = defineCaseCommand({
  name: 'cases.review-case',
  command: 'review',
  summary: 'Gives the opinion of a reviewing unit',
  fields: {
    step: z.string().max(60).optional(),
    opinion: z.enum(['agree', 'agreeWithConditions', 'disagree']),
    text: z.string().max(2000).default(''),
    /** Staff numbers of those who checked the substance, two where the step asks for it (C-11). */
    officers: z.array(z.string().max(20)).max(10).default([]),
  },
  refusals: [caseErrors.stepNotOpen, caseErrors.stepNotYours, caseErrors.tooFewOfficers, caseErrors.officerNotOfUnit, caseErrors.reasonsMissing, caseErrors.nobodyEligible],
  example: { opinion: 'agree', text: '现场符合要求', officers: ['HD0101', 'HD0102'] },
  async run(ctx, record, input) {
    const open = record.steps.filter((step) => step.kind === 'REVIEW' && step.state === 'open' && (input.step === undefined || step.key === input.step))
    const step = open.find((candidate) => holdsRole(ctx.caller, candidate.role, candidate.unitId)) ?? (ctx.caller.kind === 'system' ? open[0] : undefined)
    if (step === undefined) throw new Refusal(open.length === 0 ? caseErrors.stepNotOpen : caseErrors.stepNotYours, { open: open.map((candidate) => candidate.key) })
    const officers = input.officers.length > 0 ? input.officers : ctx.caller.kind === 'staff' ? [ctx.caller.id] : []
    must(checkOfficers(step, officers))
    await mustBeOfUnit(officers, step.unitId)
    if (input.opinion !== 'agree' && input.text.trim() === '') throw new Refusal(caseErrors.reasonsMissing)

    const sealedText = input.text === '' ? null : await ctx.services.vault.seal(ctx.db, record.detail.applicant_id, input.text)
    await finishStep(ctx.db, record.matter.id, { key: step.key, opinion: input.opinion, sealedText, checkedBy: officers, by: ctx.caller.kind === 'staff' ? ctx.caller.id : null, at: ctx.now })
    const done = { ...record, steps: record.steps.map((one) => (one.key === step.key ? { ...one, state: 'done' as const, doneAt: ctx.now, opinion: input.opinion } : one)) }
    const ended = openStepClocks(record.matter.timers, step.key).map((timer) => finished(timer, ctx.now, step.unitId))
    const next = await dispatchNext(ctx, done, await itemOf(ctx, record))
    const changed = await recordCaseStep(ctx, done, {
      command: 'review',
      to: record.matter.state === 'suspended' ? 'suspended' : 'inReview',
      endTasks: [taskOf(step.key)],
      timers: [...ended, ...next.timers],
      assign: next.assign,
      detail: { step: step.key, unit: step.unitId, opinion: input.opinion, officers, draws: next.draws },
    })
    return { record: { ...changed, steps: next.steps }, documents: [] }

    async function mustBeOfUnit(people: readonly string[], unitId: string): Promise<void> {
      const day = dayOf(ctx.now)
      // The caller holds the role of the step; of the others reviewers are asked for first, for it is mostly they.
      let foreign = people.filter((person) => ctx.caller.kind !== 'staff' || person !== ctx.caller.id)
      for (const role of ['reviewer', 'approver'] as const) {
        if (foreign.length === 0) return
        const members = await listEligible(ctx.db, { unitId, role, day, except: [] })
        foreign = foreign.filter((person) => !members.includes(person))
      }
      if (foreign.length > 0) throw new Refusal(caseErrors.officerNotOfUnit, { officers: foreign, unitId })
    }
  },
})
