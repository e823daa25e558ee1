import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { takePhoneCode } from '#kernel/session/phone-codes.ts'
import { subjectErrors } from '../errors.ts'
import { SignedIn, signPersonIn } from '../person-session.ts'
import { levelNumber, levelReachedBy } from '../rules/assurance.ts'
import { MobilePhone } from '../schema.ts'
import { listPersonsByPhoneIndex } from '../store/subjects.ts'

/** A query although it opens a session: wrong codes must count, and a token must never be kept as the answer of an idempotency key. */
export const signInWithPhoneCode = defineOperation({
  name: 'subjects.sign-in-with-phone-code',
  summary: 'Signs a registered person in at level 1 with the code that was sent to the phone',
  kind: 'query',
  http: { method: 'POST', path: '/session/phone' },
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ phone: MobilePhone, code: z.string().regex(/^\d{6}$/) }),
  output: SignedIn,
  refusals: [sessionErrors.phoneCodeWrong, subjectErrors.phoneNotRegistered, subjectErrors.phoneShared],
  examples: [{ summary: 'The code of the text message', input: { phone: '13800005001', code: '402615' } }],
  async run(ctx, { phone, code }) {
    must(await takePhoneCode(ctx, phone, code))
    const [person, another] = await listPersonsByPhoneIndex(ctx.db, ctx.services.vault.index('phone', phone))
    if (person === undefined) throw new Refusal(subjectErrors.phoneNotRegistered)
    if (another !== undefined) throw new Refusal(subjectErrors.phoneShared)
    return signPersonIn(ctx, person, { level: levelNumber(levelReachedBy('phoneCode')), kind: 'browser', purpose: 'phoneCode' })
  },
})
