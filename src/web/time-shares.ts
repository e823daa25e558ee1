import en from '#kernel/time/locales/en.json' with { type: 'json' }
import zh from '#kernel/time/locales/zh-CN.json' with { type: 'json' }
import type { Party } from '#kernel/time/timer-record.ts'
import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from './locales/words.en.json' with { type: 'json' }
import words from './locales/words.zh-CN.json' with { type: 'json' }

/** Whose time it was, as operations give it. */
export interface TimeShare {
  readonly party: Party | { readonly kind: 'nobody'; readonly id?: never }
  readonly ms: number
}

/** One line of an account of time: who, how long, and which part of the working time. */
export interface TimeLine {
  readonly who: string
  readonly time: string
  /** In per cent, of the time that was anybody's; undefined for nobody's. */
  readonly percent: number | undefined
}

const dayMs = 86_400_000

/** An account of time in words, shares of nothing left out; the calendar counts whole working days, so 24 hours of a party are one. */
export function timeLines(shares: readonly TimeShare[], units: Readonly<Record<string, string>>): readonly TimeLine[] {
  const worked = shares.reduce((sum, { party, ms }) => (party.kind === 'nobody' ? sum : sum + ms), 0)
  return shares
    .filter(({ ms }) => ms > 0)
    .map(({ party, ms }) => ({
      who: (party.id === undefined ? undefined : units[party.id]) ?? spoken({ 'zh-CN': zh, en }, 'parties')[party.kind],
      time: fill(spoken({ 'zh-CN': words, en: wordsEn }, party.kind === 'nobody' ? 'time.rest' : 'time.worked'), { days: Math.round((ms / dayMs) * 10) / 10 }),
      percent: party.kind === 'nobody' ? undefined : Math.round((100 * ms) / worked),
    }))
}
