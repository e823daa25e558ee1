import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type RatingTextKey = keyof typeof strings

/** A string of the public pages of evaluations. */
export function say(key: RatingTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

const grades: Readonly<Record<string, string>> = words.grades
const reasons: Readonly<Record<string, string>> = words.reasons
const kinds: Readonly<Record<string, string>> = words.serviceKinds

/** The national words of a grade, a reason and a kind of service. */
export const gradeWord = (grade: number): string => grades[grade] ?? String(grade)
export const reasonWord = (code: string): string => reasons[code] ?? code
export const kindWord = (kind: string): string => kinds[kind] ?? kind

/** The reasons that belong to a grade: their first digit is the grade (E-02). */
export function reasonsOf(grade: number): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(reasons)
    .filter(([code]) => code.startsWith(String(grade)))
    .map(([value, label]) => ({ value, label }))
}
