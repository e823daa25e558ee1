import { z } from 'zod'
import { evaluationErrors } from '../errors.ts'
import { defineRectificationCommand } from '../rectification-command.ts'
import { Finding, Note, RectificationNumber } from '../schema.ts'

/** Finds what the bad review is about: clear and reasonable, complex, or without legal basis and to be explained. */
export const verifyReview = defineRectificationCommand({
  name: 'evaluations.verify-review',
  command: 'verify',
  summary: 'Records what checking a bad review found',
  input: z.object({ number: RectificationNumber, finding: Finding, note: Note }),
  refusals: [evaluationErrors.contactFirst],
  example: { finding: 'clear', note: '情况属实' },
  effect: (_ctx, _record, { finding, note }) => ({ to: 'verified', detail: { finding }, change: { finding }, notes: [{ text: note, published: false }] }),
})
