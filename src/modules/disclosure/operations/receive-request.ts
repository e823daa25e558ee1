import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { disclosureErrors } from '../errors.ts'
import { received } from '../receive.ts'
import { defineRequestCommand } from '../request-command.ts'
import { receiptDay } from '../rules/receipt.ts'
import { Channel, RequestNumber } from '../schema.ts'

/** Receipt is confirmed with the applicant; that day is the day of receipt (art. 31, O-07). */
export const receiveRequest = defineRequestCommand({
  name: 'disclosure.receive-request',
  command: 'receive',
  summary: 'Confirms the receipt of an application with the applicant; its time runs from then',
  input: z.object({ number: RequestNumber, receivedOn: Day.optional() }),
  refusals: [disclosureErrors.receiptDayWrong],
  example: {},
  async effect(ctx, { request }, { receivedOn }) {
    const channel = Channel.parse(request.matter.channel)
    return received(ctx, request, must(receiptDay({ channel, arrivedOn: request.arrivedOn, statedOn: receivedOn, today: dayOf(ctx.now) })))
  },
})
