import { Tabs } from '#ui/tabs.tsx'
import { say } from '../text.ts'

const rooms = [
  { href: '/disclosure-office', text: say('office.tab.requests'), roles: ['disclosureOfficer', 'disclosureHead', 'supervisor'] },
  { href: '/disclosure-office/register', text: say('office.tab.register'), roles: ['disclosureOfficer', 'windowClerk'] },
  { href: '/disclosure-office/mails', text: say('mails'), roles: ['disclosureOfficer', 'supervisor'] },
  { href: '/disclosure-office/proposals', text: say('office.tab.proposals'), roles: ['disclosureOfficer', 'disclosureHead', 'supervisor'] },
  { href: '/disclosure-office/table', text: say('office.tab.table'), roles: ['disclosureOfficer', 'disclosureHead', 'unitHead', 'supervisor'] },
] as const

/** The rooms of a disclosure institution that a member of staff may enter. */
export function OfficeTabs({ roles, current }: { readonly roles: readonly string[]; readonly current: (typeof rooms)[number]['href'] }) {
  const open = rooms.filter((room) => room.roles.some((role) => roles.includes(role)))
  return open.length < 2 ? null : <Tabs label={say('office.rooms')} items={open.map(({ href, text }) => ({ href, text, current: href === current }))} />
}
