import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { sessionErrors } from '#kernel/session/errors.ts'
import { requestPhoneCode as sendPhoneCode } from '#kernel/session/phone-codes.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { MobilePhone } from '../schema.ts'

export const requestPhoneCode = defineOperation({
  name: 'subjects.request-phone-code',
  summary: 'Sends a one-time code to a mobile phone, whether it is registered or not; the demo city shows it in the list of sent messages',
  kind: 'command',
  http: { method: 'POST', path: '/session/phone-codes', status: 201 },
  access: 'public',
  rate: { perMinute: 60 },
  input: z.object({ phone: MobilePhone }),
  output: z.object({ expiresAt: z.string() }),
  refusals: [sessionErrors.phoneInvalid, sessionErrors.phoneCodeTooSoon],
  examples: [{ summary: 'A phone of the demo city', input: { phone: '13800005001' } }],
  async run(ctx, { phone }) {
    const sent = must(await sendPhoneCode(ctx, phone))
    return { expiresAt: instantText(sent.expiresAt) }
  },
})
