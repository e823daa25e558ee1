import { z } from 'zod'
import { anonymous } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { gridErrors } from '../errors.ts'
import { applyEffect } from '../event-command.ts'
import { follow } from '../followed.ts'
import { mustHoldCode } from '../follow.ts'
import { eventLifecycle } from '../lifecycle.ts'
import { EventGrade, EventNumber, QueryCode } from '../schema.ts'

/** 评价 by whoever reported, with number and code. */
export const rateEvent = defineOperation({
  name: 'grid.rate-event',
  summary: 'Takes how whoever reported an event finds the result',
  kind: 'command',
  http: { method: 'POST', path: '/grid/progress/{number}/rating' },
  access: 'public',
  rate: { perMinute: 30 },
  input: z.object({ number: EventNumber, code: QueryCode.optional(), grade: EventGrade }),
  output: follow.output,
  refusals: [gridErrors.queryCodeWrong, lifecycleRefusals.commandNotAllowed],
  examples: [{ summary: 'Satisfied', input: { number: 'WG2026090700001', code: '123456', grade: 'satisfied' } }],
  async run(ctx, { number, code, grade }) {
    const event = await mustHoldCode(ctx, number, code, true)
    mustBeAllowed(eventLifecycle, event.matter.state, 'evaluate')
    await applyEffect({ ...ctx, caller: anonymous }, event, 'evaluate', { to: 'evaluated', detail: { grade }, change: { grade } })
    return follow.show(ctx, await mustHoldCode(ctx, number, code, false))
  },
})
