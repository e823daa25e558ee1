import { fill } from '#ui/fill.ts'
import { dueInstantWords } from '#web/day-words.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import strings from './locales/zh-CN.json' with { type: 'json' }

export type DisclosureTextKey = keyof typeof strings

/** A string of the pages of disclosure. */
export function say(key: DisclosureTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}

type WordList = 'channels' | 'applicantKinds' | 'wantedForms' | 'states' | 'commands' | 'clocks' | 'answerKinds' | 'grounds' | 'feeMethods' | 'askedKinds' | 'opinions' | 'remedyKinds' | 'remedyResults' | 'documents' | 'columns' | 'rows'

/** A code of disclosure in Chinese. */
export function wordOf(list: WordList, code: string): string {
  return (words[list] as Readonly<Record<string, string>>)[code] ?? say('unknown')
}

/** Codes of a list with their words, to choose from; all of them unless told. */
export function optionsOf(list: WordList, codes: readonly string[] = Object.keys(words[list])): readonly { readonly value: string; readonly label: string }[] {
  return codes.map((value) => ({ value, label: wordOf(list, value) }))
}

/** An amount in fen, as people say it. */
export function yuan(fen: number): string {
  return say('yuan', { amount: (fen / 100).toFixed(2) })
}

/** When the clock of an application is due, or that it stands still. */
export function dueWords(clock: { readonly dueAt: string | null; readonly provisional: boolean } | undefined): string {
  if (clock === undefined) return say('clock.none')
  return clock.dueAt === null ? say('clock.stopped') : dueInstantWords(clock.dueAt, clock.provisional)
}
