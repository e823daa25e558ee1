import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { reachOf } from './access.ts'
import { publicationErrors } from './errors.ts'
import { clockNames, openClock } from './rules/clocks.ts'
import { commandsFor, type HandlingFacts, type Reach } from './rules/handling.ts'
import { findNumbers } from './rules/personal-numbers.ts'
import { listChannels, listReviews } from './store/proceedings.ts'
import { findLinked } from './store/record-lists.ts'
import { findRecord, type PublicRecord } from './store/records.ts'

const Linked = z.object({ number: z.string(), title: z.string() })

/** A record as those see it who make it, review it or oversee it. */
export const ShownRecord = z.object({
  number: z.string(),
  state: z.string(),
  version: z.number().int(),
  /** What this caller may do now. */
  commands: z.array(z.string()),
  unitId: z.string(),
  class: z.string().nullable(),
  theme: z.string(),
  needsInterpretation: z.boolean(),
  answersConcern: z.boolean(),
  interprets: Linked.nullable(),
  edition: z.number().int(),
  publishedEdition: z.number().int().nullable(),
  indexNo: z.string().nullable(),
  text: z.object({
    title: z.string(),
    summary: z.string(),
    body: z.string(),
    docNo: z.string().nullable(),
    createdOn: z.string(),
    effectiveOn: z.string().nullable(),
    validUntil: z.string().nullable(),
    reviewOn: z.string().nullable(),
    changedOn: z.string().nullable(),
    changeReason: z.string().nullable(),
  }),
  writers: z.array(z.string()),
  clocks: z.array(z.object({ name: z.enum(clockNames), dueAt: z.string(), provisional: z.boolean(), overdue: z.boolean() })),
  /** Numbers in the text that may be somebody's: where they stand, never the number itself. */
  found: z.array(z.object({ kind: z.string(), field: z.string(), line: z.number().int(), column: z.number().int(), masked: z.string() })),
  reviews: z.array(z.object({ edition: z.number().int(), decision: z.string(), basis: z.string(), remark: z.string(), ground: z.string().nullable(), confirmedPhones: z.number().int(), reviewer: z.string(), at: z.string() })),
  channels: z.array(z.object({ channel: z.string(), place: z.string().nullable(), at: z.string() })),
  publishedAt: z.string().nullable(),
  revocation: z.string().nullable(),
  endedAs: z.string().nullable(),
  endReason: z.string().nullable(),
})

export interface Reached {
  readonly record: PublicRecord
  readonly who: Reach & { readonly actor: string }
}

/** Reads a record for this caller; who does not reach it is told that there is none. */
export async function getRecordFor(ctx: Ctx, number: string, forUpdate: boolean): Promise<Reached> {
  const record = await findRecord(ctx.db, number, forUpdate)
  const reach = record && reachOf(ctx.caller, record.unitId, (await getOffice(ctx.db)).id)
  if (record === undefined || reach === undefined || !reach.reads) throw new Refusal(publicationErrors.recordUnknown)
  return { record, who: { ...reach, actor: actorOf(ctx.caller) } }
}

export function factsOf({ matter, theme, interprets, text }: PublicRecord): HandlingFacts {
  return { state: matter.state, theme, isInterpretation: interprets !== null, writers: text.writers }
}

export async function shownRecord(ctx: Ctx, { record, who }: Reached): Promise<z.input<typeof ShownRecord>> {
  const { matter, text, endedAt: _endedAt, firstPublishedAt: _first, interprets, publishedAt, ...rest } = record
  const { edition, writers, ...words } = text
  return {
    ...rest,
    number: matter.number,
    state: matter.state,
    version: matter.version,
    commands: [...commandsFor(who, factsOf(record))],
    interprets: interprets === null ? null : ((await findLinked(ctx.db, interprets, 'any')) ?? null),
    edition,
    text: words,
    writers: [...writers],
    clocks: clockNames.flatMap((name) => shownClock(ctx, matter, name)),
    found: [...findNumbers(text)],
    reviews: (await listReviews(ctx.db, matter.id)).map(({ reviewedAt, ...review }) => ({ ...review, at: instantText(reviewedAt) })),
    channels: (await listChannels(ctx.db, matter.id)).map(({ publishedAt: at, ...channel }) => ({ ...channel, at: instantText(at) })),
    publishedAt: publishedAt === null ? null : instantText(publishedAt),
  }
}

function shownClock(ctx: Ctx, matter: Matter, name: (typeof clockNames)[number]): z.input<typeof ShownRecord>['clocks'] {
  const timer = openClock(matter.timers, name)
  const due = timer && dueOf(timer, ctx.services.legalCalendar.of(matter))
  return due === undefined || due.stopped ? [] : [{ name, dueAt: instantText(due.dueAt), provisional: due.provisional, overdue: ctx.now > due.dueAt }]
}
