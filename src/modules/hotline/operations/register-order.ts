import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { dayOf } from '#kernel/time/day.ts'
import { organisationErrors, getUnit } from '#modules/organisation/index.ts'
import { callerFor, callerOfCall } from '../caller-of.ts'
import { checkCategory } from '../categories.ts'
import { hotlineErrors } from '../errors.ts'
import { addScans } from '../letter-scans.ts'
import { letterDays } from '../rules/letters.ts'
import { QueryCode, TakenAppeal } from '../schema.ts'
import { getOwnCall } from '../seat-call.ts'
import { updateCall } from '../store/calls.ts'
import { takeOrder } from '../take-order.ts'

/** The operator writes down what a caller says, during the call or from a letter, which is kept as it was scanned. */
export const registerOrder = defineOperation({
  name: 'hotline.register-order',
  summary: 'Registers what a caller told an operator, and joins it to the call',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/intake', status: 201 },
  access: { permission: 'hotline:take' },
  input: TakenAppeal,
  output: z.object({ number: z.string(), queryCode: QueryCode }),
  refusals: [organisationErrors.unitUnknown, hotlineErrors.categoryUnknown, hotlineErrors.callUnknown, hotlineErrors.letterForeign, hotlineErrors.letterDayWrong, hotlineErrors.upperTaken, fileErrors.notFound],
  examples: [{ summary: 'A street light that does not burn', input: { kind: 'help', title: '路灯不亮', content: '迎宾大道路口路灯坏了一周。', place: '迎宾大道', phone: '13800009002', callingNumber: '13800009002' } }],
  async run(ctx, { name, phone, callingNumber, callId, letter, ...appeal }) {
    if (appeal.category !== undefined) must(checkCategory(appeal.category))
    const days = must(letterDays(appeal.channel, letter, dayOf(ctx.now)))
    const scans = await claimFiles(ctx, letter?.fileIds ?? [])
    if (appeal.concernedUnitId !== undefined) await getUnit(ctx.db, appeal.concernedUnitId)
    const call = callId === undefined ? undefined : await getOwnCall(ctx, callId)
    const told = { name: name ?? null, phone: phone ?? null, callingNumber: callingNumber ?? null }
    const callerId = call === undefined ? await callerFor(ctx, told) : await callerOfCall(ctx, call.callerId, told)
    const { id, number, queryCode } = await takeOrder(ctx, { ...appeal, callerId, personId: null, letter: days, taker: ctx.caller.kind === 'staff' ? ctx.caller : undefined })
    await addScans(ctx, id, scans)
    if (call !== undefined) await updateCall(ctx.db, call.id, { order_id: id })
    return { number, queryCode }
  },
})
