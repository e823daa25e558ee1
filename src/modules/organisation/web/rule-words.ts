import type { OutputOf } from '#app'
import { fill } from '#ui/fill.ts'
import { limitWords } from '#web/limit-words.ts'
import strings from './locales/rules.zh-CN.json' with { type: 'json' }

export type RuleTextKey = keyof typeof strings
export type ShownRule = OutputOf<'kernel.list-settings'>['items'][number]

/** A string of the pages about local rules. */
export function say(key: RuleTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

/** A value of a rule as people say it: 5个工作日, 3, 90%, or the way that is chosen. */
export function valueWords({ kind, unit, options }: Pick<ShownRule, 'kind' | 'unit' | 'options'>, value: ShownRule['value']): string {
  if (typeof value === 'string') return options.find((option) => option.value === value)?.words ?? say('choice.unknown')
  if (kind === 'limit') return limitWords({ value, unit: unit ?? 'WORKING_DAY' })
  return kind === 'ratio' ? say('ratio.value', { value: percentOf(value) }) : say('count.value', { value })
}

/** How far the law lets the city go: 不得超过5个工作日. */
export function boundWords(rule: ShownRule): string | undefined {
  return rule.bound === null ? undefined : say(`bound.${rule.bound.sense}`, { value: valueWords(rule, rule.bound.value) })
}

/** A share is filled in as a percentage, everything else as it is kept. */
export function filledIn<V extends ShownRule['value']>(rule: Pick<ShownRule, 'kind'>, value: V): V | number {
  return rule.kind === 'ratio' && typeof value === 'number' ? percentOf(value) : value
}

/** A share in whole percent, without the noise of binary fractions. */
export function percentOf(share: number): number {
  return Math.round(share * 1e4) / 100
}

/** The number of staff of whoever entered a change. */
export function staffNumber(by: string): string {
  return by.replace(/^staff:/, '')
}
