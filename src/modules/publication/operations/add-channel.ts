import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { publicationErrors } from '../errors.ts'
import { defineRecordCommand } from '../record-command.ts'
import { PublicationChannel, RecordNumber } from '../schema.ts'
import { insertChannel } from '../store/proceedings.ts'

/** O-02: one record may be published in several places, each counted once; two postings in one channel differ by their place. */
export const addChannel = defineRecordCommand({
  name: 'publication.add-channel',
  command: 'add-channel',
  summary: 'Records where else a record was published: gazette, board, microblog, press conference and others',
  input: z.object({ number: RecordNumber, channel: PublicationChannel, place: z.string().trim().max(200).transform((text) => text || null).nullable().default(null) }),
  refusals: [publicationErrors.alreadyInChannel],
  example: { channel: 'wechat', place: '花都市场监管' },
  async effect(ctx, { record: { matter } }, { channel, place }) {
    if (!(await insertChannel(ctx.db, matter.id, { channel, place, publishedAt: ctx.now }))) throw new Refusal(publicationErrors.alreadyInChannel, { channel })
    return { to: 'published', detail: { channel } }
  },
})
