import type { ShellTextKey } from './text.ts'
import type { Way } from './ways.ts'

/** An entry of a navigation bar. On a narrow screen the `wide` part of the words is left out. */
export interface NavEntry {
  readonly href: string
  readonly before?: ShellTextKey
  readonly word: ShellTextKey
  readonly after?: ShellTextKey
  /** Other paths whose pages belong to it. */
  readonly leadsTo?: readonly string[]
}

export const portalNav: readonly NavEntry[] = [
  { href: '/services', before: 'nav.services.before', word: 'nav.services', leadsTo: ['/apply'] },
  { href: '/themes', word: 'nav.themes' },
  { href: '/progress', before: 'nav.progress.before', word: 'nav.progress', leadsTo: ['/matters'] },
  { href: '/certificates', before: 'nav.certificates.before', word: 'nav.certificates' },
  { href: '/interact', word: 'nav.interact', leadsTo: ['/appeals', '/answers', '/grid', '/complaints', '/ratings'] },
  { href: '/open', word: 'nav.open', leadsTo: ['/publications', '/disclosure', '/decisions', '/figures'] },
  { href: '/verify', word: 'nav.verify', after: 'nav.verify.after' },
]

interface StaffNavEntry extends NavEntry {
  /** Shown to who holds one of these roles. This hides doors, it locks none: operations decide. */
  readonly roles: readonly string[]
}

const staffEntries: readonly StaffNavEntry[] = [
  { href: '/desk', word: 'nav.desk', roles: ['windowClerk'] },
  { href: '/office', word: 'nav.office', roles: ['approver', 'reviewer', 'unitHead'] },
  { href: '/office/unit', word: 'nav.office-unit', roles: ['approver', 'reviewer', 'unitHead'] },
  { href: '/catalogue-office', word: 'nav.catalogue-office', roles: ['catalogueEditor', 'cataloguePublisher'] },
  { href: '/hotline', word: 'nav.seat', roles: ['hotlineOperator'] },
  { href: '/hotline/orders', word: 'nav.hotline', roles: ['hotlineOperator', 'hotlineLead', 'reviewer', 'approver', 'unitHead', 'supervisor'] },
  { href: '/grid-office', word: 'nav.grid', roles: ['gridCommander', 'gridWorker', 'hotlineLead', 'supervisor'] },
  { href: '/grid-office/components', word: 'nav.components', roles: ['administrator'] },
  { href: '/reviews', word: 'nav.reviews', roles: ['reviewHandler'] },
  { href: '/publication-office', word: 'nav.publication-office', roles: ['publicationEditor', 'secrecyReviewer'] },
  { href: '/disclosure-office', word: 'nav.disclosure-office', roles: ['disclosureOfficer', 'disclosureHead', 'supervisor'] },
  { href: '/disclosure-office/register', word: 'nav.disclosure-office', roles: ['windowClerk'] },
  { href: '/hall', word: 'nav.hall', roles: ['hallManager'] },
  { href: '/archive', word: 'nav.archive', roles: ['archivist'] },
  { href: '/supervision/cases', word: 'nav.supervision', roles: ['supervisor'] },
  { href: '/supervision', word: 'nav.findings', roles: ['inspector', 'supervisor', 'unitHead', 'hallManager'] },
  { href: '/wall', word: 'nav.wall', roles: ['supervisor', 'unitHead', 'hallManager', 'administrator'] },
  { href: '/administration', word: 'nav.administration', roles: ['administrator'] },
]

/** The entries of the staff bar for a person with these roles. */
export function staffNav(roles: readonly string[]): readonly NavEntry[] {
  return staffEntries.filter((entry) => entry.roles.some((role) => roles.includes(role)))
}

/** The entry that the page at this path belongs to: the one with the longest path that is a prefix of it. */
export function currentEntry(entries: readonly NavEntry[], path: string): NavEntry | undefined {
  const above = entries.flatMap((entry) => [entry.href, ...(entry.leadsTo ?? [])].filter((href) => path === href || path.startsWith(`${href}/`)).map((href) => ({ entry, length: href.length })))
  return above.toSorted((one, other) => other.length - one.length)[0]?.entry
}

interface FooterGroup {
  readonly title: ShellTextKey
  readonly ways: readonly Way[]
}

export const footerGroups: readonly FooterGroup[] = [
  { title: 'foot.do', ways: ['services', 'themes', 'progress', 'verify', 'calculator'] },
  { title: 'nav.interact', ways: ['appeals', 'answers', 'grid', 'complaints', 'ratings'] },
  { title: 'nav.open', ways: ['publications', 'powers', 'disclosure', 'decisions', 'figures'] },
  { title: 'foot.about', ways: ['display', 'accessibility', 'privacy', 'api'] },
]
