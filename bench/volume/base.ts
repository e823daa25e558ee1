import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { approverOf, clerk } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, foodLicence, setTime } from '#test/harness/cases.ts'
import type { TestOffice } from '#test/harness/office.ts'

const firstDay: Day = '2026-03-02'
const weeks = 24

/**
 * The cases from which a volume is made, taken through the operations by the clock: of each of 24 weeks four were delivered, of the last
 * three days as many are in review. Returns how many there are and one of each that can be read.
 */
export async function liveBase(office: TestOffice): Promise<{ readonly cases: number; readonly delivered: string; readonly inReview: string; readonly now: Day }> {
  const [window, approver] = [await clerk(office), await approverOf(office, foodLicence.unit)]
  let [cases, delivered, inReview] = [0, '', '']
  for (let week = 0; week < weeks; week++) {
    for (let weekday = 0; weekday < 4; weekday++) {
      setTime(office, addCalendarDays(firstDay, week * 7 + weekday), `1${weekday}:00`)
      delivered = (await aDecidedCase(office)).number
      await office.call('cases.issue-case', approver, { number: delivered })
      await office.call('cases.deliver-case', window, { number: delivered })
      cases += 1
    }
  }
  const lastWeek = addCalendarDays(firstDay, weeks * 7)
  for (let day = 0; day < 3; day++) {
    setTime(office, addCalendarDays(lastWeek, day), '10:30')
    inReview = (await anAcceptedCase(office)).number
    cases += 1
  }
  setTime(office, addCalendarDays(lastWeek, 3), '09:00')
  await office.call('kernel.make-checkpoint', { kind: 'system', name: 'job' }, {})
  return { cases, delivered, inReview, now: addCalendarDays(lastWeek, 3) }
}
