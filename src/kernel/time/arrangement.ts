import { z } from 'zod'
import { Day, isDay, weekday, yearOf } from './day.ts'

const Notice = z.strictObject({
  title: z.string().min(1),
  number: z.string().min(1).optional(),
  address: z.url({ protocol: /^https?$/ }).optional(),
})

const NamedDay = z.strictObject({ date: Day, name: z.string().min(1) })
const WorkedDay = z.strictObject({ date: Day, note: z.string().min(1) })

/**
 * One year's notice on days off (国务院办公厅关于部分节假日安排的通知) as published and last amended. It may move days of
 * the neighbouring years. Statutory days are those of 全国年节及纪念日放假办法 art. 2: 11 a year, 13 since 2025.
 */
export const Arrangement = z
  .strictObject({
    year: z.int().min(1000).max(9999),
    notice: Notice,
    amendedBy: z.array(Notice).optional(),
    offDays: z.array(NamedDay),
    workedDays: z.array(WorkedDay),
    statutoryDays: z.array(NamedDay),
  })
  .superRefine((arrangement, context) => {
    const off = new Set(arrangement.offDays.map((each) => each.date))
    const refuse = (date: Day, message: string): void => context.addIssue({ code: 'custom', message: `${date}: ${message}` })
    for (const { date } of arrangement.workedDays) {
      if (!isDay(date)) continue
      if (weekday(date) < 6) refuse(date, 'a worked day is a Saturday or a Sunday')
      if (off.has(date)) refuse(date, 'a day is either off or worked')
    }
    for (const { date } of arrangement.statutoryDays) {
      if (isDay(date) && !off.has(date)) refuse(date, 'a statutory holiday is a day off')
    }
    for (const { date } of [...arrangement.offDays, ...arrangement.workedDays]) {
      if (isDay(date) && Math.abs(yearOf(date) - arrangement.year) > 1) refuse(date, 'a notice moves only days of its own year and its neighbours')
    }
  })
  .readonly()

export type Arrangement = z.infer<typeof Arrangement>

/** How a notice is named to a citizen: title and number. */
export function sourceOf(arrangement: Arrangement): string {
  return [arrangement.notice, ...(arrangement.amendedBy ?? [])].map((notice) => `《${notice.title}》${notice.number === undefined ? '' : `（${notice.number}）`}`).join('、')
}
