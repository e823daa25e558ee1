import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { gridErrors } from '../errors.ts'
import { mustHoldCode } from '../follow.ts'
import { follow } from '../followed.ts'
import { EventNumber, QueryCode } from '../schema.ts'

/** Progress for who holds number and code. */
export const getProgress = defineOperation({
  name: 'grid.get-progress',
  summary: 'Shows how far an event is to whoever holds its number and query code',
  kind: 'query',
  http: { method: 'GET', path: '/grid/progress/{number}' },
  access: 'public',
  rate: { perMinute: 30 },
  input: z.object({ number: EventNumber, code: QueryCode.optional() }),
  output: follow.output,
  refusals: [gridErrors.queryCodeWrong],
  examples: [{ summary: 'With the code of the receipt', input: { number: 'WG2026090700001', code: '123456' } }],
  async run(ctx, { number, code }) {
    return follow.show(ctx, await mustHoldCode(ctx, number, code, false))
  },
})
