import { type Day, laterDay, parseDay, yearOf } from '#kernel/time/day.ts'
import { fill } from '#ui/fill.ts'
import type { CityAct } from './business.ts'
import { dice } from './dice.ts'
import words from './disclosure-words.zh-CN.json' with { type: 'json' }
import { atHour, pairOf } from './official-year.ts'
import { actOptions } from './people.ts'
import type { CityPlan, Stage } from './stage.ts'

/** The first and the last working day of January on which a report comes out. */
const [earliest, latest] = [4, 14] as const

/** What units publish on a day about the year before, each on a working day of January that the seed decides (O-13). */
export function* annualReportsOn(stage: Stage, city: CityPlan, { units, day }: { readonly units: readonly string[]; readonly day: Day }): Iterable<CityAct> {
  if (day.slice(5, 7) !== '01') return
  const january = parseDay(`${yearOf(day)}-01-01`)
  for (const unitId of units) {
    const name = `annual-report:${unitId}:${yearOf(day) - 1}`
    const chance = dice(`${city.seed}:${name}`)
    const planned = city.calendar.workingDayAt(city.calendar.workingDaysBefore(january) + chance.between(earliest, latest) - 1)
    if (laterDay(planned, city.from) !== day) continue
    const at = atHour(day, 9, 17, chance)
    yield { at, keys: [name], perform: () => publish(stage, { name, unitId, year: yearOf(day) - 1, at }) }
  }
}

/** A city that begins when the day of the law has come owes nothing about the year before. */
async function publish(stage: Stage, { name, unitId, year, at }: { readonly name: string; readonly unitId: string; readonly year: number; readonly at: Date }): Promise<void> {
  const { app, seed } = stage
  const [head] = await pairOf(stage, unitId, ['disclosureHead', 'disclosureOfficer'])
  const { report } = await app.call('disclosure.get-annual-table', head, { year, unitId }, { now: at })
  if (report === null) return
  await app.call('disclosure.publish-annual-report', head, { number: report.number, address: fill(words.annualReport, { year, unit: unitId }) }, actOptions(seed, name, at))
}
