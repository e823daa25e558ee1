import type { z } from 'zod'
import { type Ctx, defineOperation, type Operation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal, type RefusalType } from '#kernel/errors/refusal.ts'
import { commandsIn, type Lifecycle, lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import type { Matter, NewAssignment, Step } from './matter.ts'

/** What the commands of one kind of matter have in common. `R` is the record with what the caller may reach of it. */
export interface MatterCommandKind<S extends string, C extends string, R, E, O extends z.ZodType> {
  readonly lifecycle: Lifecycle<S, C>
  /** Commands are served as POST {path}/{number}/{command}. */
  readonly path: `/${string}`
  /** A number of the form of this kind, for the examples. */
  readonly exampleNumber: string
  readonly output: O
  /** What reading, checking and recording may refuse, besides a command that the state does not allow. */
  readonly refusals: readonly RefusalType[]
  /** The record with this number, locked if it is `held`; refuses what the caller may not reach as if it were not there. */
  reach(ctx: Ctx, number: string, held: boolean): Promise<R>
  matterOf(reached: R): Matter
  /** Refuses what this caller may not do, whatever the state. */
  check?(ctx: Ctx, reached: R, command: C): void
  /** Records the step with all that goes with it. */
  apply(ctx: Ctx, reached: R, command: C, effect: E): Promise<void>
  show(ctx: Ctx, reached: R): Promise<z.input<O>>
}

/** What every step of a matter may carry, with the state that it leads to: the beginning of the effects of a kind. */
export interface MatterEffect<S extends string> extends Pick<Step, 'actor' | 'detail' | 'timers' | 'outcome' | 'leadUnitId' | 'endTasks'> {
  readonly to: S
  readonly assign?: readonly NewAssignment[]
}

type NumberedInput = z.ZodType<{ readonly number: string; readonly expectedVersion?: number | undefined }>

/** One command of a kind. */
export interface MatterCommandSpec<N extends string, C extends string, I extends NumberedInput, R, E> {
  readonly name: N
  readonly command: C
  readonly summary: string
  readonly input: I
  readonly refusals?: readonly RefusalType[]
  readonly example: Omit<z.input<I>, 'number'>
  effect(ctx: Ctx, reached: R, input: z.output<I>): E | Promise<E>
}

/**
 * Makes the `define` function for the commands of one kind of matter. Each command reads and holds the record, refuses what the caller
 * may not do, what the state does not allow, and what was written against an older version (if the input names one as `expectedVersion`), works out
 * its effect, records it, and answers the record as it now stands.
 */
export function defineMatterCommands<S extends string, C extends string, R, E, O extends z.ZodType>(kind: MatterCommandKind<S, C, R, E, O>) {
  return function defineCommand<const N extends string, I extends NumberedInput>(spec: MatterCommandSpec<N, C, I, R, E>): Operation<N, I, O> {
    const { command } = spec
    return defineOperation<N, I, O>({
      name: spec.name,
      summary: spec.summary,
      kind: 'command',
      http: { method: 'POST', path: `${kind.path}/{number}/${command}` },
      access: { permission: kind.lifecycle.commands[command].permission },
      input: spec.input,
      output: kind.output,
      refusals: [...kind.refusals, contractRefusals.versionConflict, lifecycleRefusals.commandNotAllowed, ...(spec.refusals ?? [])],
      examples: [{ summary: spec.summary, input: { number: kind.exampleNumber, ...spec.example } as z.input<I> }],
      async run(ctx, input) {
        const reached = await kind.reach(ctx, input.number, true)
        const matter = kind.matterOf(reached)
        kind.check?.(ctx, reached, command)
        mustBeAllowed(kind.lifecycle, matter.state, command)
        const { expectedVersion } = input
        if (expectedVersion !== undefined && expectedVersion !== matter.version) throw new Refusal(contractRefusals.versionConflict, { version: matter.version })
        await kind.apply(ctx, reached, command, await spec.effect(ctx, reached, input))
        return kind.show(ctx, await kind.reach(ctx, input.number, false))
      },
    })
  }
}

/** Refuses a command that the state does not allow, before any of it is worked out; the refusal names what is allowed. */
export function mustBeAllowed<S extends string, C extends string>(lifecycle: Lifecycle<S, C>, state: string, command: C): void {
  const allowed = commandsIn(lifecycle, state)
  if (!allowed.includes(command)) throw new Refusal(lifecycleRefusals.commandNotAllowed, { state, command, allowed })
}
