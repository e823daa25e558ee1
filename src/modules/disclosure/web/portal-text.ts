import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import { dueInstantWords } from '#web/day-words.ts'
import wordsEn from '../locales/en.json' with { type: 'json' }
import words from '../locales/zh-CN.json' with { type: 'json' }
import en from './locales/portal.en.json' with { type: 'json' }
import strings from './locales/portal.zh-CN.json' with { type: 'json' }

export interface Option {
  readonly value: string
  readonly label: string
}

/** A string of the public pages of disclosure, in the language of the page. */
export function say(key: keyof typeof strings, params?: Readonly<Record<string, string | number>>): string {
  return fill(spoken({ 'zh-CN': strings, en }, key), params)
}

type WordList = 'mailStates' | 'channels' | 'applicantKinds' | 'wantedForms' | 'states' | 'commands' | 'clocks' | 'answerKinds' | 'grounds' | 'feeMethods' | 'askedKinds' | 'opinions' | 'remedyKinds' | 'remedyResults' | 'documents' | 'columns' | 'rows'

/** A code of disclosure in the language of the page. */
export function wordOf(list: WordList, code: string): string {
  return wordsIn(list)[code] ?? say('unknown')
}

/** Codes of a list with their words, to choose from; all of them unless told. */
export function optionsOf(list: WordList, codes: readonly string[] = Object.keys(words[list])): readonly Option[] {
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

function wordsIn(list: WordList): Readonly<Record<string, string>> {
  return spoken<Pick<typeof words, WordList>, WordList>({ 'zh-CN': words, en: wordsEn }, list)
}
