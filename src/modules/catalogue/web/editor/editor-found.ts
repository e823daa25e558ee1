import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { call } from '#web/call.ts'
import { limitWords } from '#web/limit-words.ts'
import words from '../../locales/zh-CN.json' with { type: 'json' }
import type { Words } from './shape.ts'
import type { Lookups } from './shape-words.ts'
import { say } from './text.ts'

type PageContext = Readonly<RouterContextProvider>
export type OfficeItem = OutputOf<'catalogue.get-office-item'>
export type Finding = OfficeItem['findings'][number]

/** Where the pages of an item are. */
export function itemPath(implementCode: string): string {
  return `/catalogue-office/items/${implementCode}`
}

/** Where a section of an item is edited, or one entry of it. */
export function sectionPath(implementCode: string, section: string, at: readonly string[] = []): string {
  const path = `${itemPath(implementCode)}/edit/${section}`
  return at.length === 0 ? path : `${path}?at=${at.join('.')}`
}

/** The item as its editor works on it. */
export function findOfficeItem(context: PageContext, params: { readonly implementCode?: string | undefined }, version?: number): Promise<OfficeItem> {
  return call(context, 'catalogue.get-office-item', { implementCode: params.implementCode ?? '', ...(version !== undefined && { version }) })
}

/** The names behind the keys of the record. */
export async function findLookups(context: PageContext, item: OfficeItem['item']): Promise<Lookups> {
  const references = await call(context, 'catalogue.list-references', {})
  return { references, questions: item.scenarios.map(({ key, question, options }) => ({ key, question, options: options.map((option) => ({ key: option.key, label: option.label })) })) }
}

export function stateWord(state: OfficeItem['item']['state']): string {
  return words.states[state]
}

/** What a finding says, as a sentence: codes among its values in words, limits with their units. */
export function findingWords({ code, params }: Finding): string {
  const sentence = (words.lint as Words)[code] ?? say('item.finding.unknown')
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueWords(params, name))
}

const wordsOfValue: Readonly<Record<string, Words>> = { type: words.itemTypes, level: words.exerciseLevels, missing: words.steps }

function valueWords(params: Finding['params'], name: string): string {
  const value = params[name] ?? ''
  const unit = params[`${name}Unit`]
  if (unit !== undefined) return limitWords({ value: Number(value), unit: unit as 'WORKING_DAY' })
  const list = wordsOfValue[name]
  return list === undefined ? String(value) : String(value).split(' ').map((one) => list[one] ?? one).join(say('value.and'))
}

export function actorWord(actor: { readonly name: string | null }): string {
  return actor.name ?? say('item.nobody')
}
