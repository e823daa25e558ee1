import { z } from 'zod'
import { type Ctx, defineOperation, type Operation } from '#kernel/contract/operation.ts'
import { must, Refusal, type RefusalType } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { maskPersonName, maskPhone } from '#modules/subjects/index.ts'
import { hiddenFrom, sitsAtSeat } from './access.ts'
import { factsOf } from './caller-of.ts'
import { hotlineErrors } from './errors.ts'
import { actsIn, afterAct, type CallAct } from './rules/calls.ts'
import { type Call, type CallChange, findCall, findCallOfAnySeat, insertCallAct, updateCall } from './store/calls.ts'
import { exchangeOf } from './telephony/exchange-of.ts'
import type { TelephoneExchange } from './telephony/exchange.ts'

/** A call as a seat sees it; the number is masked until it is read for a purpose. A supervisor sees every call, without who called and with nothing to do. */
export const ShownCall = z.object({
  id: z.string(),
  line: z.string(),
  state: z.string(),
  /** What the seat may do now. */
  acts: z.array(z.string()),
  rangAt: z.string(),
  answeredAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  recording: z.string().nullable(),
  orderNumber: z.string().nullable(),
  transferUnitId: z.string().nullable(),
  connected: z.boolean(),
  satisfied: z.boolean().nullable(),
  callerName: z.string().nullable(),
  callingNumber: z.string().nullable(),
})
export type ShownCall = z.input<typeof ShownCall>

export async function shownCall(ctx: Ctx, call: Call): Promise<ShownCall> {
  const { callerId, exchangeKey: _key, seatStaffId: _seat, rangAt, answeredAt, endedAt, ...rest } = call
  const sits = sitsAtSeat(ctx.caller)
  const facts = sits ? await factsOf(ctx, callerId) : undefined
  const number = facts?.callingNumber ?? facts?.phone
  return {
    ...rest,
    acts: sits ? [...actsIn(call.state)] : [],
    rangAt: instantText(rangAt),
    answeredAt: answeredAt === null ? null : instantText(answeredAt),
    endedAt: endedAt === null ? null : instantText(endedAt),
    callerName: facts?.name ? maskPersonName(facts.name) : null,
    callingNumber: number ? maskPhone(number) : null,
  }
}

/** The call that somebody looks at: that of his own seat, for supervisors that of any. */
export async function getShownCall(ctx: Ctx, id: string): Promise<Call> {
  if (sitsAtSeat(ctx.caller)) return getOwnCall(ctx, id)
  const call = await findCallOfAnySeat(ctx.db, id, hiddenFrom(ctx.caller))
  if (call === undefined) throw new Refusal(hotlineErrors.callUnknown)
  return call
}

/** The call of this seat, held until commit; the calls of other seats do not exist for it. */
export async function getOwnCall(ctx: Ctx, id: string): Promise<Call> {
  const call = await findCall(ctx.db, id)
  if (call === undefined || ctx.caller.kind !== 'staff' || call.seatStaffId !== ctx.caller.id) throw new Refusal(hotlineErrors.callUnknown)
  return call
}

const callId = '01999999-0000-7000-8000-000000000000'

interface CallActSpec<N extends string, I extends z.ZodType<{ id: string }>> {
  readonly name: N
  readonly act: Exclude<CallAct, 'answer'>
  readonly summary: string
  readonly input: I
  readonly refusals?: readonly RefusalType[]
  readonly example: Omit<z.input<I>, 'id'>
  /** Asks the exchange, and says what came of it. */
  perform(ctx: Ctx, asked: { readonly call: Call; readonly exchange: TelephoneExchange; readonly input: z.output<I> }): Promise<{ readonly unitId?: string; readonly connected?: boolean; readonly change?: CallChange }>
}

/** Makes POST /hotline/calls/{id}/{act}: the seat's own call, the state that allows it, the exchange, the record. */
export function defineCallAct<const N extends string, I extends z.ZodType<{ id: string }>>(spec: CallActSpec<N, I>): Operation<N, I, typeof ShownCall> {
  const { act } = spec
  return defineOperation({
    name: spec.name,
    summary: spec.summary,
    kind: 'command',
    http: { method: 'POST', path: `/hotline/calls/{id}/${act}` },
    access: { permission: 'hotline:take' },
    input: spec.input,
    output: ShownCall,
    refusals: [hotlineErrors.callUnknown, hotlineErrors.callStateWrong, hotlineErrors.noExchange, ...(spec.refusals ?? [])],
    examples: [{ summary: spec.summary, input: { id: callId, ...spec.example } as z.input<I> }],
    async run(ctx, input) {
      const call = await getOwnCall(ctx, input.id)
      must(afterAct(call.state, act))
      const { unitId, connected, change } = await spec.perform(ctx, { call, exchange: exchangeOf(ctx.services), input })
      const state = must(afterAct(call.state, act, connected))
      await updateCall(ctx.db, call.id, { ...change, state })
      await insertCallAct(ctx.db, { call_id: call.id, act, unit_id: unitId ?? null, connected: connected ?? null, acted_at: ctx.now })
      return shownCall(ctx, await getOwnCall(ctx, call.id))
    },
  })
}
