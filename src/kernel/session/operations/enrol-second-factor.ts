import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { sessionErrors } from '../errors.ts'
import { enrolTotp } from '../second-factor.ts'

/** Second half of enrolling: from the next sign-in on a code is asked for. */
export const enrolSecondFactor = defineOperation({
  name: 'kernel.enrol-second-factor',
  summary: 'Enrols the offered secret, proved by a code of the app',
  kind: 'command',
  http: { method: 'POST', path: '/session/second-factor' },
  access: { permission: 'kernel:enrol-second-factor' },
  input: z.object({ enrolment: z.string().max(200), code: z.string().max(20) }),
  output: z.object({ enrolled: z.literal(true) }),
  refusals: [sessionErrors.enrolmentInvalid, sessionErrors.codeWrong, sessionErrors.alreadyEnrolled, sessionErrors.noPassword],
  rate: { perMinute: 10 },
  examples: [{ summary: 'The code that the app shows', input: { enrolment: 'the-enrolment-offered', code: '123456' } }],
  async run({ db, caller, now, services }, { enrolment, code }) {
    must(await enrolTotp(db, services.vault, { principal: actorOf(caller), enrolment, code, now }))
    return { enrolled: true as const }
  },
})
