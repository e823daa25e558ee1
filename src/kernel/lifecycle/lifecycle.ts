import { fine, refuse, type RefusalType, type Verdict } from '#kernel/errors/refusal.ts'

export interface StateRule {
  /** `waiting`: somebody outside the office must act; `closed`: no answer is owed any more. */
  readonly phase: 'open' | 'waiting' | 'closed'
}

export interface CommandRule<S extends string> {
  readonly from: readonly S[]
  /** Where it may lead, the same from everywhere or by the state that it starts from; the operation names one of them. */
  readonly to: readonly S[] | Readonly<Partial<Record<NoInfer<S>, readonly NoInfer<S>[]>>>
  readonly permission: string
}

/** The targets of a command that leaves a matter in the state that it finds. */
export function staying<const S extends string>(states: readonly S[]): Readonly<Record<S, readonly S[]>> {
  return Object.fromEntries(states.map((state) => [state, [state]])) as unknown as Record<S, readonly S[]>
}

/** States and commands of one kind of matter, as data. */
export interface Lifecycle<S extends string = string, C extends string = string> {
  readonly kind: string
  /** The state in which the first command leaves the matter. */
  readonly initial: S
  readonly states: Readonly<Record<S, StateRule>>
  readonly commands: Readonly<Record<C, CommandRule<S>>>
}

export const lifecycleRefusals = {
  commandNotAllowed: { code: 'lifecycle.command-not-allowed', kind: 'conflict' },
} as const satisfies Record<string, RefusalType>

/** Declares a lifecycle after checking it: every state is reachable, every command starts and ends in a known state. */
export function defineLifecycle<const S extends string, const C extends string>(lifecycle: Lifecycle<S, C>): Lifecycle<S, C> {
  const rules = Object.entries<CommandRule<S>>(lifecycle.commands)
  const known = new Set(Object.keys(lifecycle.states))
  for (const [command, rule] of rules) {
    for (const state of [...rule.from, ...rule.from.flatMap((from) => targetsFrom(rule, from))]) if (!known.has(state)) throw new Error(`${lifecycle.kind}: ${command} names the unknown state ${state}`)
  }
  const reached = new Set<string>([lifecycle.initial])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [, rule] of rules) for (const from of rule.from) if (reached.has(from)) for (const state of targetsFrom(rule, from)) reached.add(state)
  }
  const lost = [...known].filter((state) => !reached.has(state))
  if (lost.length > 0) throw new Error(`${lifecycle.kind}: no command leads to ${lost.join(', ')}`)
  return lifecycle
}

/** Where a command may lead from a state; nowhere from a state that it does not start from. */
export function targetsFrom<S extends string>(rule: CommandRule<S>, from: S): readonly S[] {
  if (!rule.from.includes(from)) return []
  return isSameFromEverywhere(rule.to) ? rule.to : (rule.to[from] ?? [])
}

function isSameFromEverywhere<S extends string>(to: CommandRule<S>['to']): to is readonly S[] {
  return Array.isArray(to)
}

/** The commands that the state allows, in the order of declaration; who may give them is the access function's question. */
export function commandsIn<S extends string, C extends string>(lifecycle: Lifecycle<S, C>, state: string): readonly C[] {
  return (Object.keys(lifecycle.commands) as C[]).filter((command) => (lifecycle.commands[command].from as readonly string[]).includes(state))
}

/** Whether `command` may lead from `state` to `to`; the refusal names the state and the commands that it allows. */
export function checkStep<S extends string, C extends string>(lifecycle: Lifecycle<S, C>, state: string, command: C, to: S): Verdict {
  const rule = lifecycle.commands[command]
  if (!(rule.from as readonly string[]).includes(state)) {
    return refuse(lifecycleRefusals.commandNotAllowed, { state, command, allowed: commandsIn(lifecycle, state) })
  }
  if (!targetsFrom(rule, state as S).includes(to)) throw new Error(`${lifecycle.kind}: ${command} does not lead from ${state} to ${to}`)
  return fine
}

export function isClosed(lifecycle: Lifecycle, state: string): boolean {
  return lifecycle.states[state]?.phase === 'closed'
}

/** The lifecycle as a Mermaid state diagram, for the generated report. */
export function lifecycleDiagram(lifecycle: Lifecycle): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${lifecycle.initial}`]
  for (const [command, rule] of Object.entries(lifecycle.commands)) {
    for (const from of rule.from) for (const to of targetsFrom(rule, from)) lines.push(`  ${from} --> ${to}: ${command}`)
  }
  for (const [state, { phase }] of Object.entries(lifecycle.states)) if (phase === 'closed') lines.push(`  ${state} --> [*]`)
  return lines.join('\n')
}
