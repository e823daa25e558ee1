import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type RatingTextKey = keyof typeof strings

/** A string of the public pages of evaluations. */
export function say(key: RatingTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

function wordsOf(list: 'grades' | 'reasons' | 'serviceKinds'): Readonly<Record<string, string>> {
  return spoken({ 'zh-CN': words, en: wordsEn }, list)
}

/** The national words of a grade, a reason and a kind of service. */
export const gradeWord = (grade: number): string => wordsOf('grades')[grade] ?? String(grade)
export const reasonWord = (code: string): string => wordsOf('reasons')[code] ?? code
export const kindWord = (kind: string): string => wordsOf('serviceKinds')[kind] ?? kind

/** The reasons that belong to a grade: their first digit is the grade (E-02). */
export function reasonsOf(grade: number): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(wordsOf('reasons'))
    .filter(([code]) => code.startsWith(String(grade)))
    .map(([value, label]) => ({ value, label }))
}
