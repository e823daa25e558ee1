import { z } from 'zod'
import { evaluationErrors } from '../errors.ts'
import { defineRectificationCommand } from '../rectification-command.ts'
import { RectificationNumber } from '../schema.ts'

export const closeRectification = defineRectificationCommand({
  name: 'evaluations.close-rectification',
  command: 'close',
  summary: 'Closes a rectification after the call back',
  input: z.object({ number: RectificationNumber }),
  refusals: [evaluationErrors.stillDissatisfied],
  example: {},
  effect: (_ctx, { record: { callbackResult } }) => ({ to: 'closed', outcome: callbackResult ?? 'anonymous' }),
})
