import { Tabs } from '#ui/tabs.tsx'
import { type GridTextKey, say } from '../text.ts'

const lookers = ['gridWorker', 'gridCommander', 'reviewer', 'approver', 'hotlineOperator', 'hotlineLead', 'supervisor'] as const
const pages: readonly { readonly href: string; readonly word: GridTextKey; readonly roles: readonly string[] }[] = [
  { href: '/grid-office', word: 'events', roles: lookers },
  { href: '/grid-office/map', word: 'map', roles: lookers },
  { href: '/grid-office/cells', word: 'cells', roles: ['gridCommander'] },
  { href: '/grid-office/patrols', word: 'patrols', roles: ['gridWorker', 'gridCommander', 'supervisor'] },
  { href: '/grid-office/components', word: 'components', roles: [...lookers, 'administrator'] },
  { href: '/grid/field', word: 'field', roles: ['gridWorker'] },
]

/** The pages of the grid that somebody with these roles may open; nothing for whoever has but one. */
export function GridTabs({ roles, current }: { readonly roles: readonly string[]; readonly current: string }) {
  const open = pages.filter((page) => page.roles.some((role) => roles.includes(role)))
  if (open.length < 2) return null
  return <Tabs label={say('office')} items={open.map(({ href, word }) => ({ href, text: say(word), current: href === current }))} />
}
