import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { renderDocument } from '#kernel/documents/read.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { measureLetters } from '../documents/templates.ts'
import { supervisionErrors } from '../errors.ts'
import { reachMeasure } from '../measure-view.ts'
import { MeasureNumber } from '../schema.ts'

export const getMeasureDocument = defineOperation({
  name: 'supervision.get-measure-document',
  summary: 'Gives the numbered letter of a measure as PDF',
  kind: 'query',
  http: { method: 'GET', path: '/measures/{number}/document' },
  access: { permission: 'supervision:read' },
  input: z.object({ number: MeasureNumber }),
  output: z.custom<FileAnswer>((value) => value instanceof FileAnswer),
  refusals: [supervisionErrors.measureUnknown, supervisionErrors.talkIsHeld],
  examples: [{ summary: 'The red card of a unit', input: { number: 'DC202609070001' } }],
  async run(ctx, { number }) {
    const { measure } = await reachMeasure(ctx, number, false)
    const { documentId, measure: kind } = measure
    if (documentId === null || kind === 'talkBySection' || kind === 'talkByDivision') throw new Refusal(supervisionErrors.talkIsHeld)
    return renderDocument(ctx, documentId, measureLetters[kind])
  },
})
