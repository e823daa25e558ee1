import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { publicationErrors } from '../errors.ts'
import { defineRecordCommand } from '../record-command.ts'
import { clockOf } from '../rules/clocks.ts'
import { RecordNumber, Remark } from '../schema.ts'
import { publicationSettings } from '../settings.ts'
import { insertEdition, nextEdition } from '../store/records.ts'
import { editorTask } from '../tasks.ts'

/** O-01 counts from a change as from the making of a record. The next edition begins with the text that the public reads and has its own writers. */
export const changeRecord = defineRecordCommand({
  name: 'publication.change-record',
  command: 'change',
  summary: 'Begins the next edition of a published record, due within twenty working days after the change',
  input: z.object({ number: RecordNumber, changedOn: Day, reason: Remark }),
  refusals: [publicationErrors.elementsRefused],
  example: { changedOn: '2026-09-04', reason: '办公地址变更' },
  async effect(ctx, { record: { matter, unitId, text }, who }, { changedOn, reason }) {
    if (changedOn > dayOf(ctx.now)) throw new Refusal(publicationErrors.elementsRefused, {}, [{ pointer: '/changedOn', code: publicationErrors.dayInFuture.code }])
    const edition = await nextEdition(ctx.db, matter.id)
    const timer = clockOf('publish', { id: newId(ctx.now.getTime()), unitId, from: changedOn, rules: settingsAt(ctx, publicationSettings) })
    await insertEdition(ctx.db, matter.id, { ...text, edition, changedOn, changeReason: reason, writers: [who.actor] })
    return { to: 'draft', detail: { edition, changedOn }, timers: [timer], change: { edition }, assign: [editorTask(ctx, 'write', { unitId, matter, timer })] }
  },
})
