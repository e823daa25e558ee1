import { z } from 'zod'
import { defineDocumentOperation, defineDocumentWordsOperation, type DocumentView } from '#kernel/documents/document-operations.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { measureLetters } from '../documents/templates.ts'
import { supervisionErrors } from '../errors.ts'
import { reachMeasure } from '../measure-view.ts'
import { MeasureNumber } from '../schema.ts'

const Input = z.object({ number: MeasureNumber })

const view: DocumentView<'supervision.get-measure-document', typeof Input> = {
  name: 'supervision.get-measure-document',
  subject: 'the numbered letter of a measure',
  path: '/measures/{number}/document',
  access: { permission: 'supervision:read' },
  input: Input,
  refusals: [supervisionErrors.measureUnknown, supervisionErrors.talkIsHeld],
  example: { summary: 'The red card of a unit', input: { number: 'DC202609070001' } },
  async find(ctx, { number }) {
    const { measure } = await reachMeasure(ctx, number, false)
    const { documentId, measure: kind } = measure
    if (documentId === null || kind === 'talkBySection' || kind === 'talkByDivision') throw new Refusal(supervisionErrors.talkIsHeld)
    return { id: documentId, template: measureLetters[kind] }
  },
}

export const getMeasureDocument = defineDocumentOperation(view)
export const getMeasureDocumentWords = defineDocumentWordsOperation(view)
