import type { OutputOf } from '#app'
import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type SubjectTextKey = keyof typeof strings

/** A string of the pages about the person signed in. */
export function say(key: SubjectTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

const texts = { 'zh-CN': words, en: wordsEn }

export const levelWord = (level: keyof typeof words.assuranceLevels): string => spoken(texts, 'assuranceLevels')[level]
export const capacityWord = (capacity: keyof typeof words.capacities): string => spoken(texts, 'capacities')[capacity]
export const purposeWord = (purpose: string): string => (spoken(texts, 'unmaskPurposes') as Readonly<Record<string, string>>)[purpose] ?? purpose

type Scope = OutputOf<'subjects.get-me'>['actsFor'][number]['scope']

/** What an authorisation covers; none: everything, as the legal representative. */
export function scopeWord(scope: Scope): string {
  if (scope === null || scope.kind === 'all') return say('me.scope.all')
  return scope.kind === 'items' ? say('me.scope.items', { count: scope.items.length }) : say('me.scope.themes', { count: scope.themes.length })
}
