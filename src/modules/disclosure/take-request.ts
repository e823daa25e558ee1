import { Refusal } from '#kernel/errors/refusal.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { type Day, dayOf } from '#kernel/time/day.ts'
import { getUnit, listEligible } from '#modules/organisation/index.ts'
import type { Applicant } from './applicants.ts'
import { disclosureErrors } from './errors.ts'
import { received } from './receive.ts'
import { recordIndexOf } from './record-index.ts'
import { applyEffect } from './request-command.ts'
import { confirmClock } from './rules/clocks.ts'
import type { ApplicantKind, Channel, WantedForm, WantedRecord } from './schema.ts'
import { disclosureSettings } from './settings.ts'
import { findRequest, insertRequest } from './store/requests.ts'
import { dueOfClock, officerTask } from './tasks.ts'
import { dueText, tellApplicant, tellUnit } from './tell.ts'

/** An application as it comes in, whatever the channel. */
export interface Intake {
  readonly unitId: string
  readonly channel: Channel
  readonly applicant: Applicant
  readonly applicantKind: ApplicantKind
  readonly record: WantedRecord
  readonly wantedForm: WantedForm
  readonly hallId: string | null
  readonly arrivedOn: Day
  /** The day of receipt where it is known at once; without it the agency confirms receipt with the applicant first. */
  readonly receivedOn: Day | undefined
}

export interface Taken {
  readonly number: string
  readonly receivedOn: Day | null
}

/** Opens the matter of an application, and receives it if the day of receipt is known (art. 29, 31). */
export async function takeRequest(ctx: Ctx, intake: Intake): Promise<Taken> {
  const { vault } = ctx.services
  const unit = await getUnit(ctx.db, intake.unitId)
  const [officer] = await listEligible(ctx.db, { unitId: unit.id, role: 'disclosureOfficer', day: dayOf(ctx.now), except: [] })
  if (officer === undefined) throw new Refusal(disclosureErrors.unitHasNobody, { unitId: unit.id })
  const id = newId(ctx.now.getTime())
  const prefix = `SQ${dayOf(ctx.now).replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(5, '0')}`
  const clock = confirmClock({ id: newId(ctx.now.getTime()), unitId: unit.id, at: ctx.now }, intake.arrivedOn, settingsAt(ctx, disclosureSettings).confirmation)
  const clocks = { regionCode: unit.regionCode, hallId: intake.hallId, timers: [clock] }
  await openMatter(
    ctx,
    { id, number, kind: 'disclosureRequest', regionCode: unit.regionCode, subjectId: intake.applicant.personId, itemVersionId: null, leadUnitId: unit.id, channel: intake.channel, hallId: intake.hallId },
    { command: ctx.caller.kind === 'staff' ? 'register' : 'submit', to: 'submitted', detail: { arrivedOn: intake.arrivedOn }, timers: [clock], assign: [officerTask(ctx, unit.id, clocks, 'confirm')] },
  )
  const { applicant, record } = intake
  await insertRequest(ctx.db, {
    id,
    applicant_id: applicant.id,
    person_id: applicant.personId,
    applicant_kind: intake.applicantKind,
    sealed_facts: await vault.seal(ctx.db, applicant.id, applicant.facts),
    sealed_record: await vault.seal(ctx.db, applicant.id, record),
    record_index: recordIndexOf(vault, record),
    wanted_form: intake.wantedForm,
    arrived_on: intake.arrivedOn,
  })
  const request = await findRequest(ctx.db, number, true)
  if (request === undefined) throw new Error(`${number} was not written`)
  if (intake.receivedOn !== undefined) {
    await applyEffect(ctx, request, 'receive', await received(ctx, request, intake.receivedOn))
    return { number, receivedOn: intake.receivedOn }
  }
  const due = dueOfClock(ctx, clocks, 'confirm')
  await tellUnit(ctx, { unitId: unit.id, role: 'disclosureOfficer', matterId: id }, 'request-arrived', { number, day: dueText(due) })
  await tellApplicant(ctx, { ...request, matterId: id }, 'request-submitted', { number, unit: unit.name })
  return { number, receivedOn: null }
}
