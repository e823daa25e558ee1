import { join } from 'node:path'
import { type ItemVersion, readShippedCatalogue } from '#modules/catalogue/index.ts'
import { beginningsOf } from './arrivals.ts'
import type { Business, CityAct } from './business.ts'
import { performLater, submitCase } from './case-acts.ts'
import { type CasePlan, type PlannedAct, planCase } from './case-plan.ts'
import { dice } from './dice.ts'
import { lifeOf } from './life.ts'
import type { CityPlan, Stage } from './stage.ts'

/** Applications for the items of the catalogue, from filing to rating. */
export function casesBusiness(stage: Stage, city: CityPlan): Business {
  const beginnings = beginningsOf(city, city.profile.volumes, 'nearestRate')
  const setting = { profile: city.profile, calendar: city.calendar, items: wantedItems(city.seed) }
  return {
    *arrivals(day) {
      for (const index of beginnings(day)) yield* actsOf(stage, planCase(setting, index, day, dice(`${city.seed}:case:${index}`)))
    },
  }
}

function actsOf(stage: Stage, plan: CasePlan): readonly CityAct[] {
  const name = `case:${plan.index}`
  const life = lifeOf(stage, name, () => submitCase(stage, plan))
  return plan.acts.map((act) => ({
    at: act.at,
    keys: [name, ...numberedBy(plan.item, act)],
    ...(act.kind === 'submit' && { begins: 'cases' }),
    perform: () => life.perform((number) => performLater(stage, plan, act, number)),
  }))
}

/** What acts count up together: they must take their numbers in the same order each time (documents, certificates, rectifications). */
function numberedBy({ department }: ItemVersion, act: PlannedAct): readonly string[] {
  switch (act.kind) {
    case 'submit':
    case 'accept':
    case 'requestCorrection':
    case 'withdraw':
    case 'deliver':
      return [act.kind]
    case 'decide':
    case 'suspend':
      return [`${act.kind}:${department}`]
    case 'rate':
      return act.grade <= 2 ? ['rectify'] : []
    case 'correct':
    case 'review':
    case 'resume':
    case 'issue':
      return []
  }
}

/** A few items are wanted by many, most by few (Zipf); which ones, the seed says. */
function wantedItems(seed: string): readonly (readonly [ItemVersion, number])[] {
  const { items } = readShippedCatalogue(join(import.meta.dirname, '../../../data/catalogue'))
  const chance = dice(`${seed}:demand`)
  const shuffled = items.map((item) => ({ item, key: chance.next() })).toSorted((one, other) => one.key - other.key)
  return shuffled.map(({ item }, rank) => [item, 1 / (rank + 4)])
}
