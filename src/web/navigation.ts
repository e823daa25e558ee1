import type { ShellTextKey } from './text.ts'

/** An entry of a navigation bar. On a narrow screen the `wide` part of the words is left out. */
export interface NavEntry {
  readonly href: string
  readonly before?: ShellTextKey
  readonly word: ShellTextKey
  readonly after?: ShellTextKey
}

export const portalNav: readonly NavEntry[] = [
  { href: '/services', before: 'nav.services.before', word: 'nav.services' },
  { href: '/themes', word: 'nav.themes' },
  { href: '/progress', before: 'nav.progress.before', word: 'nav.progress' },
  { href: '/certificates', before: 'nav.certificates.before', word: 'nav.certificates' },
  { href: '/appeals/new', before: 'nav.appeals.before', word: 'nav.appeals' },
  { href: '/ratings', before: 'nav.ratings.before', word: 'nav.ratings' },
  { href: '/verify', word: 'nav.verify', after: 'nav.verify.after' },
  { href: '/figures', before: 'nav.figures.before', word: 'nav.figures' },
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

/** The entry that the page at this path belongs to: the longest one that is a prefix of it. */
export function currentEntry(entries: readonly NavEntry[], path: string): NavEntry | undefined {
  return entries
    .filter((entry) => path === entry.href || path.startsWith(`${entry.href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0]
}

export const footerLinks: readonly { readonly href: string; readonly word: ShellTextKey }[] = [
  { href: '/display', word: 'foot.display' },
  { href: '/about/accessibility', word: 'foot.accessibility' },
  { href: '/about/privacy', word: 'foot.privacy' },
  { href: '/disclosure', word: 'foot.disclosure' },
  { href: '/publications', word: 'foot.publications' },
  { href: '/decisions', word: 'foot.decisions' },
  { href: '/complaints', word: 'foot.complaints' },
  { href: '/grid', word: 'foot.grid' },
  { href: '/calculator', word: 'foot.calculator' },
  { href: '/api/v1/openapi.json', word: 'foot.api' },
]
