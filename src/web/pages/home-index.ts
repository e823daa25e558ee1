import type { IconName } from '#ui/icon.tsx'
import { homeText, type HomeTextKey } from './home-text.ts'

interface IndexEntry {
  readonly href: string
  readonly icon?: IconName
  readonly title: HomeTextKey
  readonly hint?: HomeTextKey
}

/** The door of an event of life or of business: a search, in the Chinese words of the catalogue. */
export function eventEntry(name: (typeof personEvents)[number] | (typeof enterpriseEvents)[number]): IndexEntry {
  return { href: `/services?q=${encodeURIComponent(homeText(`event.${name}.words`))}`, icon: name, title: `event.${name}`, hint: `event.${name}.hint` }
}

export const personEvents = ['birth', 'work', 'home', 'health', 'travel', 'age'] as const
export const enterpriseEvents = ['found', 'shop', 'build', 'hire', 'tax', 'change'] as const

/** 关怀版: six doors instead of twelve. Fewer choices come from the server, not from hiding. */
export const elderEntries: readonly IndexEntry[] = [
  { href: '/services?q=养老金认证', title: 'elder.pension' },
  { href: '/services?q=高龄津贴', title: 'elder.allowance' },
  { href: '/services?q=医保报销', title: 'elder.medical' },
  { href: '/services?q=老年人优待证', title: 'elder.card' },
  { href: '/services?q=社保卡', title: 'elder.social-card' },
  { href: '/services?q=残疾人证', title: 'elder.visit' },
]
