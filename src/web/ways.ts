import type { IndexItem } from '#ui/index-list.tsx'
import { spoken } from '#ui/language.ts'
import type { LinkTo } from '#ui/link-to.ts'
import en from './locales/ways.en.json' with { type: 'json' }
import strings from './locales/ways.zh-CN.json' with { type: 'json' }

type WaysTextKey = keyof typeof strings

export function waysText(key: WaysTextKey): string {
  return spoken({ 'zh-CN': strings, en }, key)
}

/** Ways into the portal, each with a name and a line about what is behind it. */
const described = {
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

/** Ways that are offered by their name alone. */
const named = {
  services: '/services',
  themes: '/themes',
  progress: '/progress',
  display: '/display',
  accessibility: '/about/accessibility',
  privacy: '/about/privacy',
  api: '/api/v1/openapi.json',
} as const

const hrefs = { ...described, ...named }

type DescribedWay = keyof typeof described
export type Way = keyof typeof hrefs

export interface WaysGroup {
  readonly id: 'say' | 'place' | 'service' | 'read' | 'ask' | 'check'
  readonly ways: readonly DescribedWay[]
}

export const interaction: readonly WaysGroup[] = [
  { id: 'say', ways: ['appeals', 'follow', 'answers'] },
  { id: 'place', ways: ['report', 'grid'] },
  { id: 'service', ways: ['complaints', 'ratings'] },
]

/** Those that the home page shows. */
export const atHome: readonly DescribedWay[] = ['publications', 'disclosure', 'decisions', 'figures', 'appeals', 'report', 'ratings', 'verify']

export const openness: readonly WaysGroup[] = [
  { id: 'read', ways: ['publications', 'powers', 'decisions'] },
  { id: 'ask', ways: ['disclosure'] },
  { id: 'check', ways: ['figures', 'verify', 'calculator'] },
]

/** A way as a link: the same name wherever it is offered. */
export function wayLink(way: Way): LinkTo {
  return { href: hrefs[way], text: waysText(`way.${way}`) }
}

export function wayEntry(way: DescribedWay): IndexItem {
  return { href: hrefs[way], title: waysText(`way.${way}`), line: waysText(`way.${way}.line`) }
}
