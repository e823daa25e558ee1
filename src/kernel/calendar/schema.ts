import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { Place } from './place.ts'
import type { PlacedClosure, PublishedArrangement } from './store.ts'

/** The year of a notice, as text from an address or as a number. */
export const CalendarYear = z.coerce.number().int().min(1000).max(9999)

/** How a notice is named: title, number (国办发明电〔2025〕7号), where it is published. */
export const NoticeFields = z.strictObject({ title: z.string().min(1).max(200), number: z.string().min(1).max(60).optional(), address: z.url({ protocol: /^https?$/ }).max(500).optional() })

/** One edition of a year's notice, with where it comes from. */
export const ShownArrangement = z.object({
  year: z.number(),
  /** 0: ships with the program and nobody has published the year. */
  edition: z.number(),
  current: z.boolean(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  notice: z.object({ title: z.string(), number: z.string().nullable(), address: z.string().nullable() }),
  offDays: z.array(z.object({ date: Day, name: z.string() })),
  workedDays: z.array(z.object({ date: Day, note: z.string() })),
  statutoryDays: z.array(z.object({ date: Day, name: z.string() })),
})

export const Published = z.object({ year: z.number(), edition: z.number(), calendarVersion: z.number() })

export const ShownClosure = z.object({ id: z.string(), place: Place.nullable(), from: Day, to: Day, name: z.string(), source: z.string() })

/** Shows an arrangement; without a record of its publication it is the one that ships. */
export function shownArrangement(arrangement: Arrangement, published: Omit<PublishedArrangement, 'arrangement'> | undefined, current: boolean): z.input<typeof ShownArrangement> {
  const { year, notice, offDays, workedDays, statutoryDays } = arrangement
  return {
    year,
    edition: published?.edition ?? 0,
    current,
    publishedAt: published === undefined ? null : instantText(published.publishedAt),
    publishedBy: published?.publishedBy ?? null,
    notice: { title: notice.title, number: notice.number ?? null, address: notice.address ?? null },
    offDays: [...offDays],
    workedDays: [...workedDays],
    statutoryDays: [...statutoryDays],
  }
}

export function shownClosure({ id, place, from, to, name, source }: PlacedClosure): z.input<typeof ShownClosure> {
  return { id, place: place ?? null, from, to, name, source }
}
