import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { evaluationErrors } from '../errors.ts'
import { defineRectificationCommand } from '../rectification-command.ts'
import { checkCallback } from '../rules/handling.ts'
import { CallbackResult, Note, RectificationNumber } from '../schema.ts'

/** E-03: no rectification closes without asking the evaluator. */
export const callBack = defineRectificationCommand({
  name: 'evaluations.call-back',
  command: 'call-back',
  summary: 'Records what the evaluator said when called back after the rectification',
  input: z.object({ number: RectificationNumber, result: CallbackResult, note: Note }),
  refusals: [evaluationErrors.nobodyToContact, evaluationErrors.callbackMissing],
  example: { result: 'satisfied', note: '已回访，对整改满意' },
  effect(_ctx, { record: { anonymous } }, { result, note }) {
    must(checkCallback(result, anonymous))
    return { to: 'calledBack', detail: { result }, change: { callback_result: result }, notes: [{ text: note, published: false }] }
  },
})
