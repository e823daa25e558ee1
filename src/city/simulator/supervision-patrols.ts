import type { Day } from '#kernel/time/day.ts'
import type { InputOf } from '../../app.ts'
import { type Dice, dice } from './dice.ts'
import { actOptions } from './people.ts'
import type { Stage } from './stage.ts'
import type { Watchers } from './supervision-people.ts'
import words from './supervision-words.zh-CN.json' with { type: 'json' }

type Fault = NonNullable<InputOf<'supervision.record-visit'>['faults']>[number]

interface DrawnVisit {
  readonly number: string
  readonly id: string
  readonly plannedAt: number
}

const points = Object.keys(words.faults) as readonly (keyof typeof words.faults)[]

/** The rounds of a day: at each, the visits whose drawn time came since the one before are made (S-04). Some are missed. */
export function walkRound(stage: Stage, watchers: Watchers, { day, everyMinutes }: { readonly day: Day; readonly everyMinutes: number }): (at: Date) => Promise<void> {
  let drawn: Promise<readonly DrawnVisit[]> | undefined
  return async (at) => {
    const since = at.getTime() - everyMinutes * 60_000
    for (const visit of await (drawn ??= drawnVisits(stage, watchers, day, at))) {
      if (visit.plannedAt <= since || visit.plannedAt > at.getTime()) continue
      const chance = dice(`${stage.seed}:visit:${visit.id}`)
      if (!chance.chance(0.02)) await makeVisit(stage, watchers, visit, { at, chance })
    }
  }
}

async function drawnVisits({ app }: Stage, watchers: Watchers, day: Day, at: Date): Promise<readonly DrawnVisit[]> {
  const inspector = await watchers.inspector(0)
  const { items } = await app.call('supervision.list-patrols', inspector, { day, limit: 100 }, { now: at })
  const patrols = await Promise.all(items.map(({ number }) => app.call('supervision.get-patrol', inspector, { number }, { now: at })))
  return patrols.flatMap(({ number, visits }) => visits.map(({ id, plannedAt }) => ({ number, id, plannedAt: Date.parse(plannedAt) }))).toSorted((one, other) => one.plannedAt - other.plannedAt || (one.id < other.id ? -1 : 1))
}

async function makeVisit({ app, seed }: Stage, watchers: Watchers, { number, id }: DrawnVisit, { at, chance }: { readonly at: Date; readonly chance: Dice }): Promise<void> {
  const faults = chance.chance(0.04) ? [await seenFault(watchers, chance)] : []
  await app.call('supervision.record-visit', await watchers.inspector(chance.between(0, 1)), { number, visitId: id, faults }, actOptions(seed, `visit:${id}`, at))
}

async function seenFault(watchers: Watchers, chance: Dice): Promise<Fault> {
  const unitId = chance.pick(watchers.units)
  const point = chance.pick(points)
  const officer = await watchers.officer(unitId, chance.between(0, 3))
  const grade = chance.weighted([['minor', 6], ['obvious', 4]] as const)
  return { point, grade, unitId, text: words.faults[point], ...(officer !== undefined && { staffId: officer.id }) }
}
