import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { documentErrors } from '#kernel/documents/errors.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { takeFile } from '#kernel/files/take-file.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { dayOf } from '#kernel/time/day.ts'
import { disclosureErrors } from '../errors.ts'
import { excerptOf } from '../excerpt.ts'
import { requestLifecycle } from '../lifecycle.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { readSource } from '../read-source.ts'
import { getRequestFor, isInstitution } from '../request-view.ts'
import { Removal, RequestNumber } from '../schema.ts'
import { insertExcerpt, listExcerpts } from '../store/excerpts.ts'

/** Of a record that can be separated, a document is made anew from what may be given (art. 37, O-09). */
export const makeExcerpt = defineOperation({
  name: 'disclosure.make-excerpt',
  summary: 'Makes a new PDF from what remains of an original when passages or pages are taken out',
  kind: 'command',
  http: { method: 'POST', path: '/disclosure/requests/{number}/excerpts', status: 201 },
  access: { permission: 'disclosure:handle' },
  rate: { perMinute: 30 },
  input: Removal.extend({ number: RequestNumber, fileId: z.uuid() }),
  output: z.object({ fileId: z.uuid(), name: z.string() }),
  refusals: [
    disclosureErrors.requestUnknown, lifecycleRefusals.commandNotAllowed, fileErrors.notFound, fileErrors.tooLarge, documentErrors.glyphMissing,
    disclosureErrors.notPdf, disclosureErrors.noText, disclosureErrors.passageMissing, disclosureErrors.nothingLeft, disclosureErrors.stillReadable,
  ],
  examples: [{ summary: 'Without the prices', input: { number: 'SQ2026090700001', fileId: '01999999-0000-7000-8000-000000000000', passages: ['三百二十万元'] } }],
  async run(ctx, { number, fileId, passages, pages }) {
    const { request, reach } = await getRequestFor(ctx, number, true)
    if (!isInstitution(reach)) throw new Refusal(disclosureErrors.requestUnknown)
    const { matter } = request
    mustBeAllowed(requestLifecycle, matter.state, 'draft-answer')
    const bytes = await excerptOf(await readSource(ctx, matter.id, fileId), { passages, pages }, { issuedOn: dayOf(ctx.now), simulated: ctx.services.simulated })
    const place = (await listExcerpts(ctx.db, matter.id)).length + 1
    const file = await takeFile(ctx, { name: texts.letters.excerptFile.replace('{number}', number).replace('{place}', String(place)), bytes })
    await insertExcerpt(ctx.db, { file_id: file.id, request_id: matter.id, source_file_id: fileId, passages: passages.length, pages: [...pages], made_by: actorOf(ctx.caller), made_at: ctx.now })
    return { fileId: file.id, name: file.name }
  },
})
