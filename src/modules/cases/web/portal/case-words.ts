import type { OutputOf } from '#app'
import { spoken } from '#ui/language.ts'
import type { UnitNames } from '#web/unit-names.ts'
import en from '../../locales/en.json' with { type: 'json' }
import zh from '../../locales/zh-CN.json' with { type: 'json' }
import strings from '../locales/portal.zh-CN.json' with { type: 'json' }
import { type PortalTextKey, say } from './text.ts'

type WordList = 'states' | 'commands' | 'outcomes' | 'sources' | 'evidenceStates' | 'paymentChannels' | 'refundCauses'

function wordOf(list: WordList, code: string): string {
  const words: Readonly<Record<string, string>> = spoken<typeof zh, WordList>({ 'zh-CN': zh, en }, list)
  return words[code] ?? code
}

/** Codes of a case in the words of the module's texts; an unknown one is shown as it is. */
export const stateWord = (code: string): string => wordOf('states', code)
export const commandWord = (code: string): string => wordOf('commands', code)
export const outcomeWord = (code: string): string => wordOf('outcomes', code)
export const sourceWord = (code: string): string => wordOf('sources', code)
export const evidenceStateWord = (code: string): string => wordOf('evidenceStates', code)

export const channelWord = (code: string): string => wordOf('paymentChannels', code)
export const refundCauseWord = (code: string): string => wordOf('refundCauses', code)

/** Who has a case now: of a unit its name. */
export function holderWord({ heldBy, department }: Pick<OutputOf<'cases.get-progress'>, 'heldBy' | 'department'>, units: UnitNames): string {
  if (heldBy === 'unit') return units[department ?? ''] ?? say('matters.who.unit')
  return say(`matters.who.${heldBy}`)
}

/** An amount in fen as people write it: 12.50元. */
export const yuanWords = (amountMinor: number): string => say('yuan', { amount: (amountMinor / 100).toFixed(2) })

/** The name of a legal document by its kind. */
export function documentWord(kind: string): string {
  const key = `document.${kind}`
  return key in strings ? say(key as PortalTextKey) : kind
}

/** Where the PDF of a document of a case is read. */
export function documentHref(number: string, id: string): string {
  return `/api/v1/cases/${number}/documents/${id}`
}
