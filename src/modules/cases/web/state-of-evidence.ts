import type { OutputOf } from '#app'

type Evidence = OutputOf<'cases.get-case'>['evidence'][number]

/** The state of a material as it is called: a promise to bring it is another thing than a pledge that stands for it. */
export function stateOfEvidence({ state, owed }: Pick<Evidence, 'state' | 'owed'>): string {
  return state === 'promised' && !owed ? 'pledged' : state
}
