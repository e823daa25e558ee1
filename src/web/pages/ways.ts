import { spoken } from '#ui/language.ts'
import type { IndexItem } from '#ui/index-list.tsx'
import en from '../locales/ways.en.json' with { type: 'json' }
import strings from '../locales/ways.zh-CN.json' with { type: 'json' }

type WaysTextKey = keyof typeof strings

export function waysText(key: WaysTextKey): string {
  return spoken({ 'zh-CN': strings, en }, key)
}

/** Where a way leads: the entry has a title and a line. */
const hrefs = {
  appeals: '/appeals/new',
  follow: '/appeals',
  answers: '/answers',
  report: '/grid/report',
  grid: '/grid',
  complaints: '/complaints',
  ratings: '/ratings',
  publications: '/publications',
  powers: '/publications/powers',
  disclosure: '/disclosure',
  decisions: '/decisions',
  figures: '/figures',
  verify: '/verify',
  calculator: '/calculator',
} as const

type Way = keyof typeof hrefs

export interface WaysGroup {
  readonly id: 'say' | 'place' | 'service' | 'read' | 'ask' | 'check'
  readonly ways: readonly Way[]
}

export const interaction: readonly WaysGroup[] = [
  { id: 'say', ways: ['appeals', 'follow', 'answers'] },
  { id: 'place', ways: ['report', 'grid'] },
  { id: 'service', ways: ['complaints', 'ratings'] },
]

/** Those that the home page shows. */
export const atHome: readonly Way[] = ['publications', 'disclosure', 'decisions', 'figures', 'appeals', 'report', 'ratings', 'verify']

export const openness: readonly WaysGroup[] = [
  { id: 'read', ways: ['publications', 'powers', 'decisions'] },
  { id: 'ask', ways: ['disclosure'] },
  { id: 'check', ways: ['figures', 'verify', 'calculator'] },
]

export function wayEntry(way: Way): IndexItem {
  return { href: hrefs[way], title: waysText(`way.${way}`), line: waysText(`way.${way}.line`) }
}
