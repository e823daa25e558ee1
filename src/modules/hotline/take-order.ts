import { actorOf, anonymous, type StaffCaller } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { newQueryCode, queryCodeIndex } from '#kernel/matter/query-code.ts'
import { openMatter } from '#kernel/matter/record.ts'
import { nextNumber } from '#kernel/matter/store.ts'
import { dayOf } from '#kernel/time/day.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { priorityOf } from './categories.ts'
import { hotlineErrors } from './errors.ts'
import { askedAt, handleClock } from './rules/clocks.ts'
import type { LetterDays } from './rules/letters.ts'
import type { AppealText, OrderKind, UpperOrder } from './schema.ts'
import { insertOrder } from './store/orders.ts'
import { placeIndexOf, proposedCategory, suggest, wordIndexOf } from './suggestion.ts'
import { taskNames } from './tasks.ts'
import { tellCaller } from './tell-caller.ts'
import { hotlineSettings } from './settings.ts'

/** An appeal as it comes in, whatever the channel. */
export interface Intake {
  readonly kind: OrderKind
  /** Told by whoever knows the categories: a seat, another system. No citizen is asked. */
  readonly category?: string | undefined
  readonly title: string
  readonly content: string
  readonly place?: string | undefined
  readonly regionCode?: string | undefined
  readonly secret: boolean
  readonly emergency: boolean
  readonly channel: string
  readonly callerId: string
  readonly personId: string | null
  readonly concernedUnitId?: string | undefined
  readonly caseMatterId?: string | undefined
  readonly letter?: LetterDays | undefined
  /** Of what the hotline of the city or of the province passed on. */
  readonly upper?: UpperOrder | undefined
  /** Who at a seat wrote it down. Nobody where it came through the network: a member of staff who is signed in files there as a private person. */
  readonly taker?: StaffCaller | undefined
}

export interface Taken {
  readonly id: string
  readonly number: string
  /** Told once; stored only as a keyed hash. */
  readonly queryCode: string
}

/**
 * Opens the order of an appeal with the clock that the caller sees (H-02). The matter has no subject, and the ledger names at
 * most the seat that took it, never who filed it: nobody reaches a caller through them (H-11).
 */
export async function takeOrder(ctx: Ctx, intake: Intake): Promise<Taken> {
  const { vault } = ctx.services
  const id = newId(ctx.now.getTime())
  const office = await getOffice(ctx.db)
  const prefix = `RX${dayOf(ctx.now).replaceAll('-', '')}`
  const number = `${prefix}${String(await nextNumber(ctx.db, prefix)).padStart(5, '0')}`
  const clock = handleClock({ id: newId(ctx.now.getTime()), unitId: office.id, at: askedAt(ctx.now, intake.letter), rules: settingsAt(ctx, hotlineSettings) }, intake)
  const regionCode = intake.regionCode ?? office.regionCode
  const due = dueOf(clock, ctx.services.legalCalendar.of({ regionCode, hallId: null }))
  await openMatter(
    ctx,
    { id, number, kind: 'workOrder', regionCode, subjectId: null, itemVersionId: null, leadUnitId: office.id, channel: intake.channel },
    {
      command: 'register',
      to: 'registered',
      detail: { kind: intake.kind, secret: intake.secret, emergency: intake.emergency, ...(intake.category !== undefined && { category: intake.category }) },
      actor: intake.taker ?? anonymous,
      timers: [clock],
      assign: [{ task: taskNames.dispatch, unitId: office.id, role: 'hotlineOperator', ...(due.dueAt !== undefined && { dueAt: due.dueAt }) }],
    },
  )
  const text = `${intake.title}\n${intake.content}`
  const suggestion = await suggest(ctx.db, text)
  const queryCode = newQueryCode()
  const appeal: AppealText = { title: intake.title, content: intake.content, place: intake.place ?? null }
  const isNew = await insertOrder(ctx.db, {
    id,
    kind: intake.kind,
    caller_id: intake.callerId,
    person_id: intake.personId,
    query_code_hash: queryCodeIndex(vault, id, queryCode),
    secret: intake.secret,
    emergency: intake.emergency,
    priority: priorityOf({ emergency: intake.emergency, category: intake.category ?? proposedCategory(suggestion) }),
    category: intake.category ?? null,
    suggestion,
    sealed_appeal: await vault.seal(ctx.db, intake.callerId, appeal),
    word_index: [...wordIndexOf(vault, text).keys()],
    place_index: placeIndexOf(ctx, intake.place),
    concerned_unit_id: intake.concernedUnitId ?? null,
    first_taker: intake.taker === undefined ? 'system:intake' : actorOf(intake.taker),
    first_contact: firstContactOf(intake),
    case_matter_id: intake.caseMatterId ?? null,
    letter_written_on: intake.letter?.writtenOn ?? null,
    letter_arrived_on: intake.letter?.arrivedOn ?? null,
    upper_source: intake.upper?.source ?? null,
    upper_number: intake.upper?.number ?? null,
  })
  if (!isNew) throw new Refusal(hotlineErrors.upperTaken, {}, [{ pointer: '/upper/number', code: hotlineErrors.upperTaken.code }])
  await tellCaller(ctx, { matterId: id, callerId: intake.callerId, personId: intake.personId }, 'order-registered', { number, code: queryCode })
  return { id, number, queryCode }
}

/** Who answers for it from now on: the seat that took it, unless its own unit is what is reported (H-11). */
function firstContactOf({ taker, concernedUnitId }: Intake): string | null {
  return taker === undefined || taker.unitId === concernedUnitId ? null : taker.id
}
