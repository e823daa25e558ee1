import { fine, refuse, type RefusalType, type Verdict } from '#kernel/errors/refusal.ts'

export interface StateRule {
  /** `waiting`: somebody outside the office must act; `closed`: no answer is owed any more. */
  readonly phase: 'open' | 'waiting' | 'closed'
}

export interface CommandRule<S extends string> {
  readonly from: readonly S[]
  /** Where it may lead; the operation names one of them. A command that leads back to its state lists that state. */
  readonly to: readonly S[]
  readonly permission: string
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
    for (const state of [...rule.from, ...rule.to]) if (!known.has(state)) throw new Error(`${lifecycle.kind}: ${command} names the unknown state ${state}`)
  }
  const reached = new Set<string>([lifecycle.initial])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [, rule] of rules) if (rule.from.some((state) => reached.has(state))) for (const state of rule.to) reached.add(state)
  }
  const lost = [...known].filter((state) => !reached.has(state))
  if (lost.length > 0) throw new Error(`${lifecycle.kind}: no command leads to ${lost.join(', ')}`)
  return lifecycle
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
  if (!rule.to.includes(to)) throw new Error(`${lifecycle.kind}: ${command} does not lead to ${to}`)
  return fine
}

export function isClosed(lifecycle: Lifecycle, state: string): boolean {
  return lifecycle.states[state]?.phase === 'closed'
}

/** The lifecycle as a Mermaid state diagram, for the generated report. */
export function lifecycleDiagram(lifecycle: Lifecycle): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${lifecycle.initial}`]
  for (const [command, rule] of Object.entries(lifecycle.commands)) {
    for (const from of rule.from) for (const to of rule.to) lines.push(`  ${from} --> ${to}: ${command}`)
  }
  for (const [state, { phase }] of Object.entries(lifecycle.states)) if (phase === 'closed') lines.push(`  ${state} --> [*]`)
  return lines.join('\n')
}
