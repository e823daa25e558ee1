import type pg from 'pg'
import { law } from '#kernel/access/caller.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { approverOf, clerk, personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { foodApplication, foodLicence } from '#test/harness/cases.ts'
import type { TestOffice } from '#test/harness/office.ts'
import { Times } from '../lifecycle/client.ts'

/** Times of each act at one volume, in milliseconds, and what the volume takes on the disk. */
export interface VolumeTimes {
  readonly cases: number
  readonly bytesPerCase: number
  readonly times: ReadonlyMap<string, Times>
  readonly loadSeconds: number
  /** Events a second of the whole verification, which found nothing. */
  readonly eventsVerified: number
}

const times = 30

/** Calls each operation again and again in one process, without a server before it: what grows with the volume is the database's part. */
export async function measureActs(office: TestOffice, base: { readonly delivered: string; readonly inReview: string; readonly now: Day }): Promise<ReadonlyMap<string, Times>> {
  const measured = new Map<string, Times>()
  const time = async (name: string, act: () => Promise<unknown>, count = times): Promise<void> => {
    const each = new Times()
    await act()
    for (let i = 0; i < count; i++) {
      const from = performance.now()
      await act()
      each.add(performance.now() - from)
    }
    measured.set(name, each)
  }
  const [person, window, approver] = [await personCaller(office, 'zhang-xiaomei'), await clerk(office), await approverOf(office, foodLicence.unit)]
  const [reviewer, countersigner] = [await reviewerOf(office, foodLicence.unit), await reviewerOf(office, foodLicence.countersigner)]
  const supervisor = await staffCaller(office, 'HD0013')

  const numbers: string[] = []
  await time('submit', async () => void numbers.push((await office.call('cases.submit-case', person, foodApplication())).number))
  let place = 0
  const next = (): string => numbers[place++ % numbers.length] ?? ''
  await time('accept', () => office.call('cases.accept-case', window, { number: next() }), times - 1)
  place = 0
  await time('review', () => office.call('cases.review-case', reviewer, { number: next(), opinion: 'agree', officers: ['HD0076', 'HD0077'] }), times - 1)
  place = 0
  await time('last review', () => office.call('cases.review-case', countersigner, { number: next(), opinion: 'agree' }), times - 1)
  place = 0
  await time('decide', () => office.call('cases.decide-case', approver, { number: next(), result: 'approve' }), times - 1)

  await time('read one case', () => office.call('cases.get-case', reviewer, { number: base.inReview }))
  await time('its ledger', () => office.call('cases.get-case-ledger', person, { number: base.delivered }))
  await time('progress without sign-in', () => office.call('cases.get-progress', person, { number: base.delivered }).catch(() => undefined))
  await time('queue of a unit', () => office.call('cases.list-queue', reviewer, {}))
  await time('my cases', () => office.call('cases.list-cases', person, {}))
  await time('all cases, newest first', () => office.call('cases.list-cases', supervisor, {}))
  await time('published decisions', () => office.call('cases.list-decisions', person, {}))
  await time('search of services', () => office.call('catalogue.list-items', person, { q: '食品经营许可' }))
  await time('wall', () => office.call('reporting.get-wall', supervisor, {}), 5)
  await time('figure of a month', () => office.call('reporting.get-figure', supervisor, { metric: 'cases.received', from: addCalendarDays(base.now, -30), to: base.now }), 5)
  await time('checkpoint', () => office.call('kernel.make-checkpoint', law, {}), 3)
  return measured
}

/** What tables and indexes take, shared among the cases. */
export async function bytesPerCase(owner: pg.Client, cases: number): Promise<number> {
  const { rows: [size] } = await owner.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes')
  return Math.round(Number(size?.bytes ?? 0) / cases)
}
