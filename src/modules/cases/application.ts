import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { getHall, getUnit, windowMayAccept } from '#modules/organisation/index.ts'
import { checkAuthority, getSubject, type SubjectRow } from '#modules/subjects/index.ts'
import { caseErrors } from './errors.ts'
import { channelOf, checkAssuranceOf, checkChannel, checkServed } from './rules/admission.ts'
import type { CHANNELS, SubmitCaseInput } from './schema.ts'

/** Who applies for whom, and through which door. */
export interface Application {
  readonly applicant: SubjectRow
  readonly submitter: string
  readonly channel: (typeof CHANNELS)[number]
  readonly authorisationId: string | null
  /** Persons who will see and act in the case. */
  readonly parties: readonly string[]
  readonly hallId: string | null
  readonly windowId: string | null
  /** Received in a hall of another region than the one that decides (C-34). */
  readonly crossRegion: boolean
}

/** Checks who applies: the person signed in for himself or as agent (C-33), or the window for whoever stands there; and that the item takes him this way. */
export async function admit(ctx: Ctx, input: SubmitCaseInput, item: ItemVersion): Promise<Application> {
  const { caller } = ctx
  const channel = must(channelOf(caller.kind === 'staff' ? 'clerk' : 'applicant', input.channel))
  const applicantId = applicantIdOf(ctx, input)
  if (applicantId === undefined) throw new Refusal(caseErrors.formIncomplete, {}, [{ pointer: '/applicantId', code: 'invalid_type' }])
  const applicant = await getSubject(ctx.db, applicantId)
  must(checkServed(item, applicant))
  must(checkChannel(item, channel))
  if (caller.kind === 'person') must(checkAssuranceOf(item, caller.level))
  const authority = caller.kind === 'person' ? must(await checkAuthority(ctx, { applicantId, itemKey: item.itemKey, themes: item.themes, day: dayOf(ctx.now) })) : { agentAuthorisationId: null }
  const door = await doorOf(ctx, input, item)
  return {
    applicant,
    channel,
    submitter: caller.kind === 'person' || caller.kind === 'staff' ? `${caller.kind}:${caller.id}` : `system:${caller.kind}`,
    authorisationId: authority.agentAuthorisationId,
    parties: [...new Set([...(applicant.kind === 'person' ? [applicant.id] : [applicant.legalRepresentativeId]), ...(caller.kind === 'person' ? [caller.id] : [])])].filter((id) => id !== null),
    ...door,
  }
}

/** Whom the application is for: who is named, or the person signed in. */
export function applicantIdOf({ caller }: Ctx, input: SubmitCaseInput): string | undefined {
  return input.applicantId ?? (caller.kind === 'person' ? caller.id : undefined)
}

async function doorOf(ctx: Ctx, input: SubmitCaseInput, item: ItemVersion): Promise<Pick<Application, 'hallId' | 'windowId' | 'crossRegion'>> {
  const { caller } = ctx
  const windowId = input.windowId ?? (caller.kind === 'staff' ? caller.windowId : undefined) ?? null
  const hallId = input.hallId ?? (caller.kind === 'staff' ? caller.hallId : undefined) ?? null
  if (caller.kind === 'staff' && windowId !== null) {
    const takes = await windowMayAccept(ctx.db, { windowId, unitId: item.department, themes: item.themes, itemKey: item.itemKey })
    if (!takes) throw new Refusal(caseErrors.channelNotOffered, { windowId })
  }
  if (hallId === null) return { hallId, windowId, crossRegion: false }
  const [hall, unit] = [await getHall(ctx.db, hallId), await getUnit(ctx.db, item.department)]
  return { hallId, windowId, crossRegion: hall.regionCode.slice(0, 6) !== unit.regionCode.slice(0, 6) }
}
