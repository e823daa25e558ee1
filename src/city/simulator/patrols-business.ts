import { type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { geoOf, middleOf } from '#modules/grid/index.ts'
import type { StaffMember } from '#modules/organisation/index.ts'
import { readCityFile } from '../city-files.ts'
import type { Business, CityAct } from './business.ts'
import { type Dice, dice } from './dice.ts'
import { actOptions } from './people.ts'
import type { CityPlan, Stage } from './stage.ts'
import { cellsOf } from './towns.ts'

const hourMs = 3_600_000
const cellsOfPatrol = 6

/** On each working day the workers of the grid walk some cells of their town: planned in the morning by the centre, the track sent in at noon. */
export function patrolsBusiness(stage: Stage, { profile, calendar, seed, scale }: CityPlan): Business {
  const towns = [...new Set(readCityFile<StaffMember[]>('city/staff.json').flatMap(({ roles }) => roles.flatMap(({ role, unitKey }) => (role === 'gridWorker' ? [unitKey] : []))))].toSorted()
  let pending = 0
  return {
    *arrivals(day) {
      if (!calendar.kindOf(day).working || !(profile.events ?? []).some(({ from, to }) => from <= day && day <= to)) return
      const chance = dice(`${seed}:patrols:${day}`)
      const inTurn = towns.map((town) => ({ town, key: chance.next() })).toSorted((one, other) => one.key - other.key)
      pending += towns.length * scale
      for (const { town } of inTurn.slice(0, Math.floor(pending))) yield* walk(stage, town, day, chance)
      pending -= Math.floor(pending)
    },
  }
}

function* walk(stage: Stage, town: string, day: Day, chance: Dice): Generator<CityAct> {
  const cells = cellsOf(town)
  const first = chance.between(0, Math.max(0, cells.length - cellsOfPatrol))
  const chosen = cells.slice(first, first + cellsOfPatrol)
  const turn = chance.between(0, 1)
  const plannedAt = instantAtStartOf(day, 8 * hourMs + chance.between(0, 1_800) * 1000)
  const walkedAt = instantAtStartOf(day, 12 * hourMs)
  const keys = [`patrol:${town}`]
  const { app, seed, people } = stage
  const worker = async () => {
    const workers = await people.holders('gridWorker', town)
    const chosenOne = workers[turn % workers.length]
    if (chosenOne === undefined) throw new Error(`nobody walks in ${town}`)
    return chosenOne
  }
  yield {
    at: plannedAt,
    keys,
    begins: 'patrols',
    async perform() {
      const [commander] = await people.holders('gridCommander', town)
      if (commander === undefined) throw new Error(`nobody commands ${town}`)
      await app.call('grid.plan-patrol', commander, { workerId: (await worker()).id, onDay: day, cellIds: chosen.map(({ id }) => id) }, actOptions(seed, `patrol:${town}:${day}:plan`, plannedAt))
    },
  }
  yield {
    at: walkedAt,
    keys,
    async perform() {
      const points = chosen.map(({ ring }, place) => ({ notedAt: instantText(instantAtStartOf(day, 9 * hourMs + place * 1_200_000)), ...geoOf(middleOf(ring.map(([x = 0, y = 0]) => [x, y] as const))) }))
      await app.call('grid.record-track', await worker(), { points }, actOptions(seed, `patrol:${town}:${day}:track`, walkedAt))
    },
  }
}
