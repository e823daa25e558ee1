import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { TimeLimit, workingDaysBetween } from '#kernel/time/limits.ts'
import { stop, type Timer, wait } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { getStaff, organisationErrors } from '#modules/organisation/index.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { issueCaseDocument, type DocumentOrder } from '../issue-document.ts'
import { recordCaseStep } from '../record-step.ts'
import { changeTogether, countedClocks } from '../rules/clock-changes.ts'
import { checkAgencyReport, checkHearing, type Hearing, partyOf, pauseCauses, stopsClock } from '../rules/suspension.ts'
import type { CaseRecord } from '../store/cases.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

const HearingDetails = z.strictObject({ toldOn: Day, requestedOn: Day, noticeOn: Day, heldOn: Day, time: z.string().max(40), place: z.string().max(100), /** Staff number. */ chair: z.string().max(20) })

const fields = {
  cause: z.enum(pauseCauses),
  reason: z.string().min(1).max(500),
  basis: z.string().max(200).optional(),
  limit: TimeLimit.optional(),
  /** For an agency's report: that it was commissioned (C-23). */
  commissioned: z.boolean().default(false),
  hearing: HearingDetails.optional(),
}
type SuspendInput = z.output<z.ZodObject<typeof fields>>

/** Starts a special procedure: its time is not counted, and the applicant is told in writing how long it takes (行政许可法 art. 45; C-08, C-10). */
export const suspendCase = defineCaseCommand({
  name: 'cases.suspend-case',
  command: 'suspend',
  summary: 'Starts a special procedure or another pause; only special procedures stop the clock',
  fields,
  refusals: [caseErrors.reportNotRequired, caseErrors.hearingIncomplete, caseErrors.hearingRequestTooLate, caseErrors.hearingTooLate, caseErrors.hearingNoticeTooShort, caseErrors.chairIsReviewer, organisationErrors.staffUnknown],
  example: { cause: 'expertReview', reason: '需要专家论证工艺流程', limit: { value: 10, unit: 'WORKING_DAY' } },
  async run(ctx, record, input) {
    const item = await itemOf(ctx, record)
    if (input.cause === 'agencyReport') must(checkAgencyReport(item, input.commissioned))
    if (input.cause === 'hearing') mustHearing(ctx, record, input)
    const document = await issueCaseDocument(ctx, record, await noticeOf(ctx, item, input))
    const changed = await recordCaseStep(ctx, record, {
      command: 'suspend',
      to: 'suspended',
      timers: pausedClocks(ctx, record, input, document.id),
      detail: { cause: input.cause, stops: stopsClock(input.cause), limit: input.limit, document: document.number, ...(input.hearing && { hearing: daysOf(input.hearing) }) },
    })
    await tellParties(ctx, changed, 'suspended', { cause: texts.causes[input.cause] })
    return { record: changed, documents: [document] }
  },
})

function mustHearing(ctx: Ctx, record: CaseRecord, { hearing }: SuspendInput): void {
  if (hearing === undefined) throw new Refusal(caseErrors.hearingIncomplete, {}, [{ pointer: '/hearing', code: 'invalid_type' }])
  const reviewers = record.steps.flatMap((step) => step.personId ?? [])
  must(checkHearing(hearing, reviewers, (from, to) => workingDaysBetween(ctx.services.legalCalendar.of(record.matter), from, to).count))
}

function pausedClocks(ctx: Ctx, record: CaseRecord, input: SuspendInput, documentId: string): readonly Timer[] {
  const pause = {
    at: ctx.now,
    cause: input.cause,
    party: partyOf(input.cause, record.matter.leadUnitId ?? ''),
    documentId,
    ...(input.limit && { limit: input.limit }),
    ...(input.cause === 'agencyReport' && { legalReference: texts.legal.agencyReport }),
  }
  return must(changeTogether(countedClocks(record.matter.timers), (timer) => (stopsClock(input.cause) ? stop(timer, ctx.services.legalCalendar.of(record.matter), pause) : wait(timer, pause))))
}

/** What the ledger keeps of a hearing: days, and who chairs by staff number. */
function daysOf({ toldOn, requestedOn, noticeOn, heldOn, chair }: Hearing): Hearing {
  return { toldOn, requestedOn, noticeOn, heldOn, chair }
}

async function noticeOf(ctx: Ctx, item: ItemVersion, input: SuspendInput): Promise<DocumentOrder> {
  const { hearing } = input
  if (hearing !== undefined) {
    const data: DocumentData = { requestedOn: hearing.requestedOn, heldOn: hearing.heldOn, heldTime: hearing.time, place: hearing.place, chair: (await getStaff(ctx.db, hearing.chair)).name, reviewers: texts.hearing.reviewersToBeNamed }
    return { kind: 'hearingNotice', item, data }
  }
  const own = item.specialProcedures.find((procedure) => procedure.basis !== null && procedure.name.includes(texts.causes[input.cause]))
  return {
    kind: 'specialProcedureNotice',
    item,
    data: {
      procedure: texts.causes[input.cause],
      procedureBasis: input.basis ?? own?.basis ?? texts.legal.specialProcedure,
      reason: input.reason,
      startsOn: dayOf(ctx.now),
      procedureDays: input.limit?.value ?? 20,
      carriedOutBy: texts.carriedOutBy[partyOf(input.cause, '').kind],
    },
  }
}
