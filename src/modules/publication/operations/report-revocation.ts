import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { publicationErrors } from '../errors.ts'
import { defineRecordCommand } from '../record-command.ts'
import { clockOf } from '../rules/clocks.ts'
import { RecordNumber, Remark, RevocationKind } from '../schema.ts'
import { publicationSettings } from '../settings.ts'
import { editorTask, tellEditors } from '../tasks.ts'

/** O-18: from the day on which the punishment was changed, revoked or found unlawful or void its record has three days left. */
export const reportRevocation = defineRecordCommand({
  name: 'publication.report-revocation',
  command: 'report-revocation',
  summary: 'Notes that a published punishment was changed, revoked or found unlawful or void; its record is withdrawn within three days',
  input: z.object({ number: RecordNumber, kind: RevocationKind, decidedOn: Day, reason: Remark }),
  refusals: [publicationErrors.notAPunishment, publicationErrors.elementsRefused],
  example: { kind: 'revoked', decidedOn: '2026-09-07', reason: '行政复议决定撤销原处罚决定' },
  async effect(ctx, { record: { matter, unitId } }, { kind, decidedOn, reason }) {
    if (decidedOn > dayOf(ctx.now)) throw new Refusal(publicationErrors.elementsRefused, {}, [{ pointer: '/decidedOn', code: publicationErrors.dayInFuture.code }])
    const timer = clockOf('withdraw', { id: newId(ctx.now.getTime()), unitId, from: decidedOn, rules: settingsAt(ctx, publicationSettings) })
    await tellEditors(ctx, { unitId, matterId: matter.id }, 'withdrawal-due', { number: matter.number })
    return { to: 'toWithdraw', detail: { kind, decidedOn }, timers: [timer], change: { revocation: kind, end_reason: reason }, assign: [editorTask(ctx, 'withdraw', { unitId, matter, timer })] }
  },
})
