import type { TimeLimit } from '#kernel/time/limits.ts'

/** How far the law lets a city go; `atMost` protects whoever waits, `atLeast` whoever must act. */
export interface LegalBound {
  readonly sense: 'atMost' | 'atLeast'
  readonly value: number
  /** The article, as a citizen would cite it. */
  readonly law: string
}

interface Ruled {
  /** What holds until the city decides otherwise (Appendix E of the domain). */
  readonly value: number
  /** What is no slip of the pen, both included. */
  readonly least: number
  readonly most: number
  readonly bound?: LegalBound
}

/** A rule that is measured: the law may bound it. */
export type Measured = (Ruled & { readonly kind: 'limit'; readonly unit: TimeLimit['unit'] }) | (Ruled & { readonly kind: 'count' | 'ratio' })

/** One of several ways. */
export interface Choice<O extends string = string> {
  readonly kind: 'choice'
  readonly value: O
  /** The ways, in the order in which they are offered; a way that was once chosen stays known. */
  readonly options: readonly O[]
}

/** One local rule: a time limit in a unit that stays, a whole number, a share of one, or one of several ways. */
export type Setting = Measured | Choice

/** What a rule may be set to: the name of a way, else a number. */
export type SettingValue = number | string

export type Settings = Readonly<Record<string, Setting>>

/** What an operation reads: limits as the clock takes them, choices by their names, the others as numbers. */
export type ValuesOf<S extends Settings> = { readonly [K in keyof S]: S[K] extends { readonly kind: 'limit' } ? TimeLimit : S[K] extends Choice<infer O> ? O : number }

/** The local rules of one module. */
export interface SettingGroup<S extends Settings = Settings> {
  readonly module: string
  readonly settings: S
  readonly defaults: ValuesOf<S>
}

type Edges = Partial<Pick<Ruled, 'least' | 'most' | 'bound'>>

/** A time limit; 0 is on the spot. */
export function limit(value: number, unit: TimeLimit['unit'], edges: Edges = {}): Measured & { readonly kind: 'limit' } {
  return { kind: 'limit', value, unit, least: 0, most: 3650, ...edges }
}

/** A whole number of something. */
export function count(value: number, edges: Edges = {}): Measured & { readonly kind: 'count' } {
  return { kind: 'count', value, least: 0, most: 10_000, ...edges }
}

/** A share of one, above 0 and at most 1. */
export function ratio(value: number, edges: Edges = {}): Measured & { readonly kind: 'ratio' } {
  return { kind: 'ratio', value, least: 0.01, most: 1, ...edges }
}

/** One of several ways; the first is the default. */
export function choice<const O extends string>(...options: readonly [O, O, ...O[]]): Choice<O> {
  return { kind: 'choice', value: options[0], options }
}

/** Declares the local rules of a module. Throws where a default breaks its own bound. */
export function defineSettings<const S extends Settings>(module: string, settings: S): SettingGroup<S> {
  for (const [name, setting] of Object.entries(settings)) {
    if (!isSound(setting, setting.value)) throw new Error(`${settingKey(module, name)}: the default is outside its own bounds`)
  }
  return { module, settings, defaults: valuesBy(settings, (_, setting) => setting.value) }
}

/** The public name of a local rule: `cases.acceptance-notice`. */
export function settingKey(module: string, name: string): string {
  return `${module}.${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Gives every rule its value, in the shape in which it is read. */
export function valuesBy<S extends Settings>(settings: S, valueOf: (name: string, setting: Setting) => SettingValue): ValuesOf<S> {
  const read = Object.entries<Setting>(settings).map(([name, setting]) => {
    const value = valueOf(name, setting)
    return [name, setting.kind === 'limit' ? { value, unit: setting.unit } : value] as const
  })
  return Object.fromEntries(read) as ValuesOf<S>
}

/** Whether a value is of the kind of the rule and within what is no slip of the pen and what the law allows. */
export function isSound(setting: Setting, value: SettingValue): boolean {
  if (setting.kind === 'choice') return setting.options.some((option) => option === value)
  if (typeof value === 'string') return false
  const whole = setting.kind === 'ratio' ? Number.isFinite(value) : Number.isInteger(value)
  return whole && value >= setting.least && value <= setting.most && keepsBound(setting, value)
}

/** Whether a value stays on the side of its bound that the law asks for. */
export function keepsBound({ bound }: Measured, value: number): boolean {
  if (bound === undefined) return true
  return bound.sense === 'atMost' ? value <= bound.value : value >= bound.value
}
