import { Refusal } from '#kernel/errors/refusal.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { markOvertaken } from '#kernel/simulation/mark.ts'
import type { Stage } from './stage.ts'

/** One matter that was planned: what its first act answered, and whether it still goes as planned. */
export interface Life<B> {
  /**
   * Does one act of the matter, which is begun first where that is not known: after a stop the earlier answer comes again. An act
   * that the state of the matter no longer allows ends the plan, and its other acts fall away; any other refusal is thrown.
   */
  perform(act?: (begun: B) => Promise<unknown>): Promise<void>
}

/** `begin` answers what the later acts go by; its call has a lasting key (`lastingOptions`), so that it may be repeated. */
export function lifeOf<B>({ app, overtaken }: Pick<Stage, 'app' | 'overtaken'>, name: string, begin: () => Promise<B>): Life<B> {
  let begun: Promise<B> | undefined
  return {
    async perform(act) {
      if (overtaken.has(name)) return
      try {
        begun ??= begin()
        const known = await begun
        await act?.(known)
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== lifecycleRefusals.commandNotAllowed.code) throw error
        await markOvertaken(app.db, name)
        overtaken.add(name)
      }
    },
  }
}
