import { Tabs } from '#ui/tabs.tsx'
import { type HotlineTextKey, say } from '../text.ts'

const pages: readonly { readonly href: string; readonly word: HotlineTextKey; readonly roles: readonly string[] }[] = [
  { href: '/hotline', word: 'seat', roles: ['hotlineOperator', 'supervisor'] },
  { href: '/hotline/orders', word: 'orders', roles: ['hotlineOperator', 'hotlineLead', 'reviewer', 'approver', 'unitHead', 'supervisor'] },
  { href: '/hotline/precedents', word: 'precedents', roles: ['hotlineOperator', 'hotlineLead', 'reviewer', 'approver', 'unitHead', 'supervisor'] },
  { href: '/hotline/hot-spots', word: 'spots', roles: ['hotlineOperator', 'hotlineLead', 'unitHead', 'supervisor'] },
  { href: '/hotline/articles', word: 'articles', roles: ['hotlineLead', 'reviewer', 'unitHead', 'supervisor'] },
]

/** The pages of the room that somebody with these roles may open. */
export function HotlineTabs({ roles, current }: { readonly roles: readonly string[]; readonly current: string }) {
  const open = pages.filter((page) => page.roles.some((role) => roles.includes(role)))
  return <Tabs label={say('tabs')} items={open.map(({ href, word }) => ({ href, text: say(word), current: href === current }))} />
}
