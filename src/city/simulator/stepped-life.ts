import type { CityAct } from './business.ts'
import { lifeOf } from './life.ts'
import { type ActOptions, actOptions } from './people.ts'
import type { Stage } from './stage.ts'

/** One later act upon a matter, which goes by its number. */
export interface Step {
  /** Unique in the life. */
  readonly name: string
  readonly at: Date
  /** What it takes a number from: acts that count up together. */
  readonly counter?: string
  readonly perform: (number: string, how: ActOptions) => Promise<unknown>
}

/** The first act; its call has a lasting key (`lastingOptions`). */
export interface Opening {
  /** Names the matter in the whole city. */
  readonly name: string
  readonly at: Date
  readonly counters: readonly string[]
  readonly begins?: string
  readonly perform: () => Promise<string>
}

/** The acts of a matter whose life was decided before it began. */
export function actsOfLife(stage: Stage, { name, at: openedAt, counters, begins, perform: open }: Opening, steps: readonly Step[]): readonly CityAct[] {
  const life = lifeOf(stage, name, open)
  return [
    { at: openedAt, keys: [name, ...counters], ...(begins !== undefined && { begins }), perform: () => life.perform() },
    ...steps.map(
      ({ name: step, at, counter, perform }): CityAct => ({
        at,
        keys: counter === undefined ? [name] : [name, counter],
        perform: () => life.perform((number) => perform(number, actOptions(stage.seed, `${name}:${step}`, at))),
      }),
    ),
  ]
}
