import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { disclosureErrors } from './errors.ts'
import { unitOf } from './issue-letter.ts'
import type { Effect } from './request-command.ts'
import { openClock, resumed } from './rules/clocks.ts'
import type { ConsultedKind, Opinion } from './schema.ts'
import { endConsultation, listConsultations } from './store/consultations.ts'
import type { DisclosureRequest } from './store/requests.ts'
import { officerTask, taskNames } from './tasks.ts'

/** An opinion came, or (without one) its time is over. With the last one the clock of the application runs again (O-06). */
export async function opinionEnded(ctx: Ctx, request: DisclosureRequest, consultationId: string, said: { readonly opinion: Opinion; readonly text: string } | undefined): Promise<Effect> {
  const { matter, applicantId } = request
  const open = (await listConsultations(ctx.db, matter.id)).filter(({ endedAt }) => endedAt === null)
  const one = open.find(({ id }) => id === consultationId)
  if (one === undefined) throw new Refusal(disclosureErrors.consultationUnknown)
  const opinion = said?.opinion ?? opinionBySilence(one.askedKind)
  const sealedText = said === undefined ? null : await ctx.services.vault.seal(ctx.db, applicantId, said.text)
  await endConsultation(ctx.db, consultationId, { ended_at: ctx.now, opinion, sealed_text: sealedText })
  const detail = { asked: one.askedKind, opinion }
  if (open.length > 1) return { to: 'consulting', detail }
  const unitId = unitOf(request)
  const clock = openClock(matter.timers, 'answer')
  const timers = clock === undefined ? [] : resumed(clock, unitId, ctx.now)
  return { to: 'handling', detail, timers, endTasks: [taskNames.handle], assign: [officerTask(ctx, unitId, { ...matter, timers: afterStep(matter.timers, timers) })] }
}

/** A third party who says nothing leaves it to the agency; an agency that made the record as well consents (art. 32, 34). */
function opinionBySilence(asked: ConsultedKind): Opinion {
  return asked === 'coMaker' ? 'deemedConsent' : 'silent'
}
