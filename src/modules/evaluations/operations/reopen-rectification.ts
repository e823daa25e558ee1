import { z } from 'zod'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { defineRectificationCommand } from '../rectification-command.ts'
import { reopeningClock } from '../rules/clocks.ts'
import { Note, RectificationNumber } from '../schema.ts'
import { evaluationSettings } from '../settings.ts'

/** Takes the matter up once more, with a clock of its own. */
export const reopenRectification = defineRectificationCommand({
  name: 'evaluations.reopen-rectification',
  command: 'reopen',
  summary: 'Takes a rectification up again after the call back',
  input: z.object({ number: RectificationNumber, reason: Note }),
  example: { reason: '回访不满意，再整改一次' },
  effect: (ctx, { record: { matter, reopenings, unitId } }, { reason }) => ({
    to: 'reopened',
    detail: { round: reopenings + 2 },
    timers: [reopeningClock({ ids: () => newId(ctx.now.getTime()), unitId: matter.leadUnitId ?? unitId, at: ctx.now, rules: settingsAt(ctx, evaluationSettings) })],
    change: { reopenings: reopenings + 1, callback_result: null },
    notes: [{ text: reason, published: false }],
  }),
})
