import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { limitOn } from '#kernel/time/dated-limits.ts'
import type { Day } from '#kernel/time/day.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { issueLetter, unitOf } from './issue-letter.ts'
import type { Effect } from './request-command.ts'
import { answerClock, done } from './rules/clocks.ts'
import { disclosureSettings } from './settings.ts'
import { propose } from './store/proposals.ts'
import { countApplicants } from './store/request-lists.ts'
import type { DisclosureRequest } from './store/requests.ts'
import { dueOfClock, officerTask, taskNames } from './tasks.ts'
import { dueText, tellApplicant, tellUnit } from './tell.ts'

/** The application is received on a day: its clock runs from then, by the law of that day (O-03, O-07), and the applicant has it in writing. */
export async function received(ctx: Ctx, request: DisclosureRequest, receivedOn: Day): Promise<Effect> {
  const { matter } = request
  const unitId = unitOf(request)
  const clock = answerClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now }, { receivedOn, extended: false })
  const clocks = { ...matter, timers: [clock] }
  const due = dueOfClock(ctx, clocks, 'answer')
  const { limit, source } = limitOn('disclosure.answer', receivedOn)
  await issueLetter(ctx, { ...request, receivedOn }, 'receipt', { limitDays: limit.value, dueOn: due?.dueDay, legalBasis: source })
  await tellApplicant(ctx, { ...request, matterId: matter.id }, 'request-received', { number: matter.number, day: receivedOn, due: dueText(due) })
  await proposePublication(ctx, request)
  return {
    to: 'handling',
    detail: { receivedOn },
    timers: [...done(matter.timers, ['confirm'], ctx.now), clock],
    endTasks: [taskNames.handle],
    assign: [officerTask(ctx, unitId, { ...matter, timers: afterStep(matter.timers, [clock]) })],
    change: { received_on: receivedOn, clock_from: receivedOn },
  }
}

/** What enough different applicants ask for is proposed to be published unasked, once for each record (art. 44, O-16). */
async function proposePublication(ctx: Ctx, request: DisclosureRequest): Promise<void> {
  const { recordIndex, matter } = request
  const unitId = unitOf(request)
  const applicants = await countApplicants(ctx.db, unitId, recordIndex)
  if (applicants < settingsAt(ctx, disclosureSettings).publicationProposal) return
  const id = newId(ctx.now.getTime())
  const isNew = await propose(ctx.db, { id, unit_id: unitId, record_index: recordIndex, request_id: matter.id, applicants, proposed_at: ctx.now })
  if (!isNew) return
  await tellUnit(ctx, { unitId, role: 'disclosureHead', matterId: matter.id }, 'publication-proposed', { count: String(applicants), number: matter.number })
  ctx.publish('disclosure.publication-proposed', { proposalId: id, unitId, applicants })
}
