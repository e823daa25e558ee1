import { fill } from '#ui/fill.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type SubjectTextKey = keyof typeof strings

/** A string of the pages about the person signed in. */
export function say(key: SubjectTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

export const levelWord = (level: keyof typeof words.assuranceLevels): string => words.assuranceLevels[level]
export const capacityWord = (capacity: keyof typeof words.capacities): string => words.capacities[capacity]

const purposes: Readonly<Record<string, string>> = words.unmaskPurposes

export const purposeWord = (purpose: string): string => purposes[purpose] ?? purpose
