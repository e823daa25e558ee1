import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { publicationErrors } from '../errors.ts'
import { publishing } from '../publishing.ts'
import { applyEffect, defineRecordCommand } from '../record-command.ts'
import { RecordNumber } from '../schema.ts'
import { findRecordById, standingInterpretations } from '../store/records.ts'

/** A policy that needs an interpretation is published together with it (同步公布): the interpretations that wait go out in the same step. */
export const publishRecord = defineRecordCommand({
  name: 'publication.publish-record',
  command: 'publish',
  summary: 'Publishes a cleared record with its index number on the portal, and the cleared interpretations of it',
  input: z.object({ number: RecordNumber }),
  refusals: [publicationErrors.interpretationMissing, publicationErrors.policyUnpublished],
  example: {},
  async effect(ctx, { record }) {
    if (record.interprets !== null && ((await findRecordById(ctx.db, record.interprets, false))?.publishedEdition ?? null) === null) throw new Refusal(publicationErrors.policyUnpublished)
    const { cleared, hasPublished } = await standingInterpretations(ctx.db, record.matter.id)
    if (record.needsInterpretation && cleared.length === 0 && !hasPublished) throw new Refusal(publicationErrors.interpretationMissing)
    for (const id of cleared) {
      const interpretation = await findRecordById(ctx.db, id, true)
      if (interpretation?.matter.state === 'cleared') await applyEffect(ctx, interpretation, 'publish', await publishing(ctx, interpretation))
    }
    return publishing(ctx, record)
  },
})
