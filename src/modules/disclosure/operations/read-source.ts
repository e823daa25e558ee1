import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { disclosureErrors } from '../errors.ts'
import { pagesOf } from '../excerpt.ts'
import { readSource as readSourceBytes } from '../read-source.ts'
import { getRequestFor, isInstitution } from '../request-view.ts'
import { RequestNumber } from '../schema.ts'

/** The text of an original that the officer uploaded, to choose what is taken out of it. */
export const readSource = defineOperation({
  name: 'disclosure.read-source',
  summary: 'Shows the text of an uploaded PDF page by page, to choose what is taken out',
  kind: 'query',
  http: { method: 'GET', path: '/disclosure/requests/{number}/sources/{fileId}' },
  access: { permission: 'disclosure:handle' },
  rate: { perMinute: 30 },
  input: z.object({ number: RequestNumber, fileId: z.uuid() }),
  output: z.object({ pages: z.array(z.string()) }),
  refusals: [disclosureErrors.requestUnknown, fileErrors.notFound, disclosureErrors.notPdf, disclosureErrors.noText],
  examples: [{ summary: 'An original', input: { number: 'SQ2026090700001', fileId: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { number, fileId }) {
    const { request, reach } = await getRequestFor(ctx, number, false)
    if (!isInstitution(reach)) throw new Refusal(disclosureErrors.requestUnknown)
    return { pages: [...(await pagesOf(await readSourceBytes(ctx, request.matter.id, fileId)))] }
  },
})
