import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { disclosureErrors } from '../errors.ts'
import { getRequestFor, shownRequest } from '../request-view.ts'
import { RequestNumber } from '../schema.ts'
import { ShownRequest } from '../shown-request.ts'

/** For who applied, the disclosure institution that was asked, and the supervisors. */
export const getRequest = defineOperation({
  name: 'disclosure.get-request',
  summary: 'Shows an application and what the caller may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/requests/{number}' },
  access: 'signed-in',
  input: z.object({ number: RequestNumber }),
  output: ShownRequest,
  refusals: [disclosureErrors.requestUnknown],
  examples: [{ summary: 'The first application of a day', input: { number: 'SQ2026090700001' } }],
  async run(ctx, { number }) {
    return shownRequest(ctx, await getRequestFor(ctx, number, false))
  },
})
