import { z } from 'zod'
import { disclosureErrors } from '../errors.ts'
import { opinionEnded } from '../end-opinion.ts'
import { defineRequestCommand } from '../request-command.ts'
import { Opinion, RequestNumber, Statement } from '../schema.ts'

/** What somebody who was asked thinks; who agrees, and who objects with which reasons. */
export const recordOpinion = defineRequestCommand({
  name: 'disclosure.record-opinion',
  command: 'record-opinion',
  summary: 'Records the opinion of somebody who was asked; with the last one the clock runs again',
  input: z.object({ number: RequestNumber, consultationId: z.uuid(), opinion: Opinion.exclude(['silent', 'deemedConsent']), text: Statement }),
  refusals: [disclosureErrors.consultationUnknown],
  example: { consultationId: '01999999-0000-7000-8000-000000000000', opinion: 'objects', text: '投资明细属于商业秘密，不同意公开。' },
  effect: (ctx, { request }, { consultationId, opinion, text }) => opinionEnded(ctx, request, consultationId, { opinion, text }),
})
