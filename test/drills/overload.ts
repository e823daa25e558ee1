import { setTimeout as pause } from 'node:timers/promises'
import { type Drill, none, percentile } from './drill.ts'
import { ServedOffice } from './served-office.ts'

/** Callers at once at which the office does the most, and many times as many. */
const callersAtCapacity = 32
const callersTooMany = 300
/** Before the measuring begins: the crowd that is let in at first is no steady state. */
const settlingMs = 1_500

/** Three times as many people as the office can serve ask at the same time, and go on asking. */
export const overload: Drill = {
  id: 'R14',
  says: 'under three times the load that it can carry the office serves nearly as many as at its best and turns the others away at once, and afterwards it is as before',
  size: { quick: 4, usual: 20 },
  async run(seconds) {
    const office = await ServedOffice.start(undefined, 'production')
    try {
      const best = await load(office, callersAtCapacity, seconds)
      const over = await load(office, callersTooMany, seconds)
      await pause(500)
      const later = await load(office, callersAtCapacity, seconds)
      const shedMs = percentile(over.shed, 0.5)
      return {
        counts: {
          perSecondAtBest: Math.round(best.served.length / seconds),
          perSecondOverloaded: Math.round(over.served.length / seconds),
          turnedAwayPerSecond: Math.round(over.shed.length / seconds),
          p99OfServedMs: Math.round(percentile(over.served, 0.99)),
          medianOfTurnedAwayMs: Math.round(shedMs),
          perSecondAfterwards: Math.round(later.served.length / seconds),
        },
        faults: [
          ...none(over.served.length >= 0.5 * best.served.length ? 0 : 1, 'collapse: less than half of the best was served under overload'),
          ...none(percentile(over.served, 0.99) <= 2_000 ? 0 : 1, 'wait of more than two seconds for those who were let in'),
          ...none(over.other, 'answers other than 200 and 503'),
          ...none(over.shed.length > 0 ? 0 : 1, 'overload that turned nobody away'),
          ...none(later.served.length >= 0.8 * best.served.length ? 0 : 1, 'office that was slower afterwards'),
        ],
        control: { broken: 'no limit to those who wait', noticed: await withoutLimit(seconds, percentile(over.served, 0.99)) },
      }
    } finally {
      await office.close()
    }
  },
}

/** An office that lets everybody in makes everybody wait. */
async function withoutLimit(seconds: number, limitedMs: number): Promise<readonly string[]> {
  process.env['YIMEN_MOST_WAITING'] = '10000'
  const office = await ServedOffice.start(undefined, 'production').finally(() => delete process.env['YIMEN_MOST_WAITING'])
  try {
    await load(office, callersAtCapacity, 1)
    const over = await load(office, callersTooMany, seconds)
    const p99 = percentile(over.served, 0.99)
    return over.shed.length === 0 && p99 > limitedMs ? [`nobody was turned away and the last in a hundred waited ${Math.round(p99)} ms instead of ${Math.round(limitedMs)}`] : []
  } finally {
    await office.close()
  }
}

interface Load {
  readonly served: readonly number[]
  readonly shed: readonly number[]
  readonly other: number
}

/** So many callers, each asking again as soon as it is answered, for so many seconds; a caller who is turned away waits a moment. */
async function load(office: ServedOffice, callers: number, seconds: number): Promise<Load> {
  const [served, shed]: [number[], number[]] = [[], []]
  let other = 0
  const from = performance.now() + settlingMs
  const until = from + seconds * 1_000
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        const begun = performance.now()
        const response = await fetch(`${office.server.address}/api/v1/cases?limit=20`, { headers: { authorization: `Bearer ${office.token('person')}` } }).catch(() => undefined)
        await response?.arrayBuffer()
        const took = performance.now() - begun
        const counts = begun >= from
        if (response?.status === 200) {
          if (counts) served.push(took)
        } else if (response?.status === 503) {
          if (counts) shed.push(took)
          await pause(200)
        } else other += 1
      }
    }),
  )
  return { served, shed, other }
}
