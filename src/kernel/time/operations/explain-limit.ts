import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from '../calendar.ts'
import { Day, instantAtStartOf, isDay } from '../day.ts'
import { timeErrors } from '../errors.ts'
import { instantText } from '../instant-text.ts'
import { TimeLimit } from '../limits.ts'
import { OfficeHours } from '../office-hours.ts'
import { arm, dueOf, explain, explainInWords, resume, specialProcedures, stop, type Timer, usedOf } from '../timer.ts'

/** A day, which means its beginning, or an instant. */
const Moment = z.union([Day, z.iso.datetime({ offset: true })])
const longest = { WORKING_DAY: 2_500, CALENDAR_DAY: 3_660, WORKING_HOUR: 20_000, HOUR: 87_600, MONTH: 120, YEAR: 10 } as const

const Stop = z.strictObject({
  from: Moment,
  /** Left out: still stopped. */
  to: Moment.optional(),
  cause: z.enum([...specialProcedures, 'supplement', 'publicity', 'payment', 'agencyReport', 'thirdPartyOpinion']),
  /** The rule that takes this time out; the eight special procedures need none (行政许可法 art. 45). */
  basis: z.string().min(1).max(200).optional(),
})

const Input = z.object({
  from: Moment,
  limit: TimeLimit.refine(({ value, unit }) => value <= longest[unit], { error: 'too_big' }),
  stops: z.array(Stop).max(20).default([]),
  /** By how many of the same unit the limit was extended. */
  extension: z.int().min(1).max(1_000).optional(),
  /** The hours in which working hours run; without them whole working days. */
  officeHours: OfficeHours.optional(),
  /** Count years without an arrangement by weekends only, and say so. */
  provisional: z.boolean().default(false),
})

const ExplainedDay = z.object({
  day: Day,
  counted: z.boolean(),
  number: z.number().nullable(),
  why: z.string(),
  name: z.string().nullable(),
  source: z.string().nullable(),
  provisional: z.boolean(),
  words: z.string(),
})

/** The calculator: when is something due, and why, one line for every day. The same arithmetic as the clocks of matters. */
export const explainLimit = defineOperation({
  name: 'kernel.explain-limit',
  summary: 'Computes when a limit ends and explains every day of it',
  kind: 'query',
  http: { method: 'POST', path: '/calendar/explain' },
  access: 'public',
  rate: { perMinute: 60 },
  input: Input,
  output: z.object({
    dueDay: Day.nullable(),
    dueAt: z.string().nullable(),
    /** Without `to` the last stop leaves no date. */
    stopped: z.boolean(),
    provisional: z.boolean(),
    /** The day off on which the limit would have ended (T-03). */
    movedFrom: Day.nullable(),
    calendarVersion: z.number(),
    days: z.array(ExplainedDay),
  }),
  refusals: [timeErrors.calendarMissing, timeErrors.limitNeedsInstant, timeErrors.notChronological, timeErrors.alreadyPaused, timeErrors.causeDoesNotStop, timeErrors.expired, timeErrors.dayOutOfRange],
  examples: [{ summary: 'Twenty working days with an expert review', input: { from: '2026-09-07', limit: { value: 20, unit: 'WORKING_DAY' }, stops: [{ from: '2026-09-14', to: '2026-09-18', cause: 'expertReview' }] } }],
  async run(ctx, input) {
    const { legalCalendar } = ctx.services
    const calendar = calendarFor(ctx, input)
    const timer = timerOf(input, calendar)
    const due = dueOf(timer, calendar)
    const days = explain(timer, calendar, ctx.now)
    const words = explainInWords(days, usedOf(timer, calendar, timer.anchorAt).unit)
    return {
      dueDay: due.dueDay ?? null,
      dueAt: due.stopped ? null : instantText(due.dueAt),
      stopped: due.stopped,
      provisional: due.provisional,
      movedFrom: due.stopped ? null : (due.moved?.from ?? null),
      calendarVersion: legalCalendar.version,
      days: days.map(({ day, counted, number, why, name, source, provisional }, index) => ({ day, counted, number: number ?? null, why, name: name ?? null, source: source ?? null, provisional, words: words[index] ?? '' })),
    }
  },
})

/** The calendar of the whole office, with the hours that were asked for. */
function calendarFor({ services: { legalCalendar } }: Ctx, { provisional, officeHours }: z.output<typeof Input>): WorkingCalendar {
  const mode = provisional ? 'provisional' : 'strict'
  if (officeHours === undefined) return legalCalendar.at(undefined, mode)
  const { version, arrangements, closures } = legalCalendar.record
  return new WorkingCalendar({ version: String(version), arrangements, closures: closures.filter(({ place }) => place === undefined), officeHours, mode })
}

const party = { kind: 'unit' } as const

/** The timer that would stand after these stops, lived through the same commands as a real one. */
function timerOf(input: z.output<typeof Input>, calendar: WorkingCalendar): Timer {
  const { limit, stops, extension } = input
  if (isDay(input.from) && (limit.unit === 'HOUR' || limit.unit === 'WORKING_HOUR')) throw new Refusal(timeErrors.limitNeedsInstant, { unit: limit.unit })
  const budget = { ...limit, value: limit.value + (extension ?? 0) }
  let timer = must(arm({ id: 'calculator', purpose: 'legal', name: 'limit', budget, anchorAt: instantOf(input.from), party }))
  for (const each of stops) {
    timer = must(stop(timer, calendar, { at: instantOf(each.from), cause: each.cause, party, ...(each.basis !== undefined && { legalReference: each.basis }) }))
    if (each.to !== undefined) timer = must(resume(timer, { at: instantOf(each.to), party }))
  }
  return timer
}

function instantOf(moment: string): Date {
  return isDay(moment) ? instantAtStartOf(moment) : new Date(moment)
}
