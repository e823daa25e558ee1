import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { editsFor } from '../access.ts'
import { publicationErrors } from '../errors.ts'
import { openRecord } from '../open-record.ts'
import { Key, RecordFiling, RecordNumber, RecordText } from '../schema.ts'

export const draftRecord = defineOperation({
  name: 'publication.draft-record',
  summary: 'Drafts a record that the unit is to publish, or the interpretation of one; its clock runs from the day on which it was made',
  kind: 'command',
  http: { method: 'POST', path: '/public-records', status: 201 },
  access: { permission: 'publication:edit' },
  input: z.object({ ...RecordFiling.shape, ...RecordText.shape, unitId: Key, interprets: RecordNumber.nullable().default(null) }),
  output: z.object({ number: z.string() }),
  refusals: [
    publicationErrors.unitForeign,
    publicationErrors.elementsRefused,
    publicationErrors.identityNumberFound,
    publicationErrors.recordUnknown,
    publicationErrors.interpretationOfInterpretation,
    organisationErrors.unitUnknown,
  ],
  examples: [
    {
      summary: 'What the unit did in the first half of the year',
      input: { unitId: 'shichang-jianguan', class: 'workNews', theme: 'otherLaw', title: '上半年工作总结', summary: '上半年登记、监管和投诉处理情况。', body: '上半年新登记市场主体一千二百户。', createdOn: '2026-09-04' },
    },
  ],
  async run(ctx, { unitId, class: filed, theme, needsInterpretation, answersConcern, interprets, ...text }) {
    if (!editsFor(ctx.caller, unitId)) throw new Refusal(publicationErrors.unitForeign)
    return { number: await openRecord(ctx, { unitId, class: filed, theme, needsInterpretation, answersConcern, interprets, text, proposalId: null }) }
  },
})
