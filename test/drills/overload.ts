import { readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Drill, none, percentile } from './drill.ts'
import { type LoadFound, putLoad } from './load.ts'
import { ServedOffice } from './served-office.ts'

/** Callers at once at which the office does the most. */
const callersAtCapacity = 32
const timesCapacity = 3
/** It must be as before this long after the crowd has gone. */
const backMs = 2_000

/** Three times as many requests come as the office can serve, and go on coming. */
export const overload: Drill = {
  id: 'R14',
  says: 'under three times the load that it can carry the office serves four fifths of its best and turns the others away at once, and afterwards it is as before',
  size: { quick: 4, usual: 30 },
  missing: () => (process.platform === 'linux' ? undefined : 'reads the times of processes in /proc'),
  async run(seconds) {
    const office = await ServedOffice.start(undefined, 'production')
    try {
      const [begun, atBest] = [cpuMs(office), await atCapacity(office, seconds)]
      const best = perSecond(atBest, seconds)
      const between = cpuMs(office)
      const over = await tooMany(office, best, seconds)
      const costOfServed = (between - begun) / atBest.all.served
      const costOfShed = (cpuMs(office) - between - costOfServed * over.all.served) / Math.max(1, over.all.shed)
      await pause(backMs)
      const afterwards = perSecond(await atCapacity(office, seconds), seconds)
      const goodput = perSecond(over, seconds) / best
      const [p99, shedMedian, shedP99] = [percentile(over.served, 0.99), percentile(over.shed, 0.5), percentile(over.shed, 0.99)]
      return {
        counts: {
          perSecondAtBest: Math.round(best),
          offeredPerSecond: Math.round(best * timesCapacity),
          servedPerSecond: Math.round(perSecond(over, seconds)),
          goodputPercent: Math.round(goodput * 100),
          turnedAwayPerSecond: Math.round(over.shed.length / seconds),
          p99OfServedMs: Math.round(p99),
          turnedAwayMs: `${Math.round(shedMedian)} median, ${Math.round(shedP99)} p99`,
          microsecondsOfProcessor: `${Math.round(costOfServed * 1_000)} for an answer, ${Math.round(costOfShed * 1_000)} for turning away`,
          perSecondAfterwards: Math.round(afterwards),
        },
        faults: [
          ...none(goodput >= 0.8 ? 0 : 1, `collapse: ${Math.round(goodput * 100)} % of the best was served under overload`),
          ...none(p99 <= 1_000 ? 0 : 1, 'wait of more than a second for those who were let in'),
          ...none(over.other, 'answers other than 200 and 503'),
          ...none(over.shed.length > 0 ? 0 : 1, 'overload that turned nobody away'),
          ...none(afterwards >= 0.8 * best ? 0 : 1, 'office that was slower afterwards'),
        ],
        control: { broken: 'no limit to those who wait', noticed: await withoutLimit({ seconds, best, limitedMs: p99 }) },
      }
    } finally {
      await office.close()
    }
  },
}

/** An office that lets everybody in makes everybody wait. */
async function withoutLimit({ seconds, best, limitedMs }: { readonly seconds: number; readonly best: number; readonly limitedMs: number }): Promise<readonly string[]> {
  process.env['YIMEN_MOST_WAITING'] = '10000'
  const office = await ServedOffice.start(undefined, 'production').finally(() => delete process.env['YIMEN_MOST_WAITING'])
  try {
    await atCapacity(office, 1)
    const over = await tooMany(office, best, seconds)
    const p99 = percentile(over.served, 0.99)
    return over.shed.length === 0 && p99 > limitedMs ? [`nobody was turned away and the last in a hundred waited ${Math.round(p99)} ms instead of ${Math.round(limitedMs)}`] : []
  } finally {
    await office.close()
  }
}

function addressOf(office: ServedOffice) {
  return { address: `${office.server.address}/api/v1/cases?limit=20`, token: office.token('person') }
}

function atCapacity(office: ServedOffice, seconds: number): Promise<LoadFound> {
  return putLoad({ ...addressOf(office), seconds, callers: callersAtCapacity })
}

function tooMany(office: ServedOffice, best: number, seconds: number): Promise<LoadFound> {
  return putLoad({ ...addressOf(office), seconds, perSecond: best * timesCapacity })
}

/** Processor time that the program has used, by the kernel's count in hundredths of a second; proc(5), fields 14 and 15. */
function cpuMs({ server }: ServedOffice): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function perSecond({ served }: LoadFound, seconds: number): number {
  return served.length / seconds
}
