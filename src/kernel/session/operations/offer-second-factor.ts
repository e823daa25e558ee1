import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { offerTotp } from '../second-factor.ts'

/** First half of enrolling: a secret for the authenticator app. Nothing is stored until a code proves it. */
export const offerSecondFactor = defineOperation({
  name: 'kernel.offer-second-factor',
  summary: 'Offers a secret for an authenticator app; it counts only after it is enrolled',
  kind: 'query',
  http: { method: 'POST', path: '/session/second-factor/offer' },
  access: { permission: 'kernel:enrol-second-factor' },
  input: z.object({}),
  output: z.object({ enrolment: z.string(), uri: z.string() }),
  refusals: [],
  examples: [{ summary: 'A first offer', input: {} }],
  async run({ caller, services }) {
    return offerTotp(services.vault, actorOf(caller))
  },
})
