import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import type { Day } from '#kernel/time/day.ts'
import { instantOfArrival } from './arrivals.ts'
import type { CityAct } from './business.ts'
import { dice } from './dice.ts'
import { lastingOptions } from './people.ts'
import type { Stage } from './stage.ts'
import { actsOfLife, type Step } from './stepped-life.ts'
import type { Watchers } from './supervision-people.ts'
import words from './supervision-words.zh-CN.json' with { type: 'json' }
import { timelineOf } from './timeline.ts'

export interface Watched {
  readonly stage: Stage
  readonly watchers: Watchers
  readonly calendar: WorkingCalendar
}

/** Complainants are other people than applicants of the hall. */
const firstComplainant = 800_000
const counter = 'supervision'

/** A complaint about service: taken up or not, answered, sometimes looked at again by another inspector (S-19). */
export function actsOfComplaint({ stage, watchers, calendar }: Watched, index: number, day: Day): readonly CityAct[] {
  const { app, people, seed } = stage
  const name = `complaint:${index}`
  const chance = dice(`${seed}:${name}`)
  const filedAt = instantOfArrival(chance, day, 'online')
  const time = timelineOf(calendar, chance, filedAt)
  const inOffice = (least: number, most: number): Date => {
    time.workingDays(chance.between(least, most))
    return time.inOffice()
  }
  const complainant = async () => (await people.applicant(firstComplainant + index, { serviceObjects: ['1'] })).person
  const [title = '', content = ''] = chance.pick(words.complaints)
  const unitId = chance.pick(watchers.units)
  const windowNumber = chance.between(1, 40)
  const opening = {
    name,
    at: filedAt,
    counters: [counter],
    begins: 'serviceComplaints',
    perform: async () => (await app.call('supervision.file-complaint', await complainant(), { unitId, hallId: 'qu-zhengwu', windowNumber, title, content }, lastingOptions(seed, `${name}:file`, filedAt))).number,
  }
  const result = chance.weighted([['founded', 3], ['partlyFounded', 2], ['unfounded', 5]] as const)
  const [isDeclined, isLate, isAppealed] = [chance.chance(0.12), chance.chance(0.03), chance.chance(0.15)]
  const decidedAt = isLate ? inOffice(6, 7) : inOffice(1, 4)
  const decline: Step = { name: 'decline', at: decidedAt, counter, perform: async (number, how) => app.call('supervision.decline-complaint', await watchers.inspector(index), { number, ground: 'otherRemedy', reason: words.decline }, how) }
  const accept: Step = { name: 'accept', at: decidedAt, counter, perform: async (number, how) => app.call('supervision.accept-complaint', await watchers.inspector(index), { number }, how) }
  if (isDeclined) return actsOfLife(stage, opening, [decline])
  const answer: Step = { name: 'answer', at: inOffice(3, 12), counter, perform: async (number, how) => app.call('supervision.answer-complaint', await watchers.inspector(index), { number, result, answer: words.answers[result], grade: 'obvious', violation: 'attitude' }, how) }
  if (!isAppealed || result !== 'unfounded') return actsOfLife(stage, opening, [accept, answer])
  return actsOfLife(stage, opening, [
    accept,
    answer,
    { name: 'appeal', at: inOffice(2, 8), counter, perform: async (number, how) => app.call('supervision.appeal-complaint', await complainant(), { number, reason: words.complaintAppeal }, how) },
    { name: 'conclude', at: inOffice(3, 10), counter, perform: async (number, how) => app.call('supervision.conclude-complaint', await watchers.inspector(index + 1), { number, result, conclusion: words.conclusionOfAppeal }, how) },
  ])
}
