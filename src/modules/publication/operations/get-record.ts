import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { publicationErrors } from '../errors.ts'
import { validityOn } from '../rules/validity.ts'
import { RecordNumber, Validity } from '../schema.ts'
import { listChannels } from '../store/proceedings.ts'
import { findLinked, listInterpretations } from '../store/record-lists.ts'
import { findRecord, getEdition } from '../store/records.ts'
import { viewsOf } from '../store/views.ts'

const Linked = z.object({ number: z.string(), title: z.string() })

/** A record with the header that S000 prints. Who asks for one that is not public is told that there is none. */
export const getRecord = defineOperation({
  name: 'publication.get-record',
  summary: 'Shows a published record with its header; of a withdrawn one the header and the reason',
  kind: 'query',
  http: { method: 'GET', path: '/publications/{number}' },
  access: 'public',
  input: z.object({ number: RecordNumber }),
  output: z.object({
    number: z.string(),
    /** 索引号 */
    indexNo: z.string(),
    title: z.string(),
    class: z.string().nullable(),
    theme: z.string(),
    answersConcern: z.boolean(),
    unitId: z.string(),
    unitName: z.string(),
    /** 文件编号 */
    docNo: z.string().nullable(),
    createdOn: z.string(),
    publishedOn: z.string(),
    effectiveOn: z.string().nullable(),
    validUntil: z.string().nullable(),
    validity: Validity,
    /** Why it was withdrawn, repealed or is about to be withdrawn. */
    endReason: z.string().nullable(),
    endedOn: z.string().nullable(),
    summary: z.string(),
    /** Null once it was withdrawn. */
    body: z.string().nullable(),
    edition: z.number().int(),
    changedOn: z.string().nullable(),
    changeReason: z.string().nullable(),
    channels: z.array(z.object({ channel: z.string(), place: z.string().nullable(), at: z.string() })),
    /** 浏览次数 */
    views: z.number().int(),
    interprets: Linked.nullable(),
    interpretations: z.array(Linked),
  }),
  refusals: [publicationErrors.recordUnknown],
  examples: [{ summary: 'A published record', input: { number: 'GK202609070001' } }],
  async run(ctx, { number }) {
    const record = await findRecord(ctx.db, number, false)
    if (record === undefined || record.publishedEdition === null || record.publishedAt === null || record.indexNo === null) throw new Refusal(publicationErrors.recordUnknown)
    const { id } = record.matter
    const text = await getEdition(ctx.db, id, record.publishedEdition)
    const { title, docNo, createdOn, effectiveOn, validUntil, changedOn, changeReason } = text
    const isWithdrawn = record.endedAs === 'withdrawn'
    return {
      number,
      indexNo: record.indexNo,
      title,
      class: record.class,
      theme: record.theme,
      answersConcern: record.answersConcern,
      unitId: record.unitId,
      unitName: (await getUnit(ctx.db, record.unitId)).name,
      docNo,
      createdOn,
      publishedOn: dayOf(record.publishedAt),
      effectiveOn,
      validUntil,
      validity: validityOn(dayOf(ctx.now), { ...record, effectiveOn, validUntil }),
      endReason: record.endReason,
      endedOn: record.endedAt === null ? null : dayOf(record.endedAt),
      summary: isWithdrawn ? '' : text.summary,
      body: isWithdrawn ? null : text.body,
      edition: text.edition,
      changedOn,
      changeReason,
      channels: (await listChannels(ctx.db, id)).map(({ publishedAt, ...channel }) => ({ ...channel, at: instantText(publishedAt) })),
      views: await viewsOf(ctx.db, id),
      interprets: record.interprets === null ? null : ((await findLinked(ctx.db, record.interprets, 'public')) ?? null),
      interpretations: [...(await listInterpretations(ctx.db, id))],
    }
  },
})
