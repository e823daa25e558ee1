import { Tabs } from '#ui/tabs.tsx'
import { say, type SupervisionTextKey } from './text.ts'

/** `office`: for inspectors and supervisors, `reader`: for supervisors alone; the others see what is about their own unit. */
const pages: readonly { readonly href: string; readonly word: SupervisionTextKey; readonly for?: 'office' | 'reader' }[] = [
  { href: '/supervision/findings', word: 'findings' },
  { href: '/supervision/measures', word: 'measures' },
  { href: '/supervision/standings', word: 'standings' },
  { href: '/supervision/patrols', word: 'patrols' },
  { href: '/supervision/complaints', word: 'complaints', for: 'office' },
  { href: '/supervision/boxes', word: 'boxes', for: 'office' },
  { href: '/supervision/samples', word: 'samples', for: 'office' },
  { href: '/supervision/bulletins', word: 'bulletins' },
  { href: '/supervision/rooms', word: 'rooms', for: 'reader' },
]

/** Whether these roles see what is the inspectors' own. This hides doors, it locks none. */
export function seesOffice(roles: readonly string[]): boolean {
  return roles.includes('inspector') || roles.includes('supervisor')
}

export function SupervisionTabs({ roles, current }: { readonly roles: readonly string[]; readonly current: string }) {
  const open = pages.filter((page) => page.for === undefined || (page.for === 'office' ? seesOffice(roles) : roles.includes('supervisor')))
  return <Tabs label={say('tabs')} items={open.map(({ href, word }) => ({ href, text: say(word), current: href === current }))} />
}
