import { Tabs } from '#ui/tabs.tsx'
import { useSite } from '#web/site.ts'
import { type ReportTextKey, say } from './text.ts'

const readers = ['supervisor', 'unitHead', 'hallManager'] as const
const tabs = [
  { href: '/wall', word: 'tab.wall', roles: [...readers, 'administrator'] },
  { href: '/reports', word: 'tab.reports', roles: readers },
  { href: '/reports/scorecards', word: 'tab.scorecards', roles: readers },
  { href: '/reports/time', word: 'tab.time', roles: ['supervisor'] },
  { href: '/reports/template', word: 'tab.template', roles: ['administrator', 'supervisor'] },
  { href: '/reports/publish', word: 'tab.publish', roles: ['administrator'] },
] as const satisfies readonly { readonly href: string; readonly word: ReportTextKey; readonly roles: readonly string[] }[]

/** The rooms of reporting that the reader's roles open. It hides doors, it locks none. */
export function ReportTabs({ current }: { readonly current: string }) {
  const roles: readonly string[] = useSite()?.session.roles ?? []
  const open = tabs.filter((tab) => tab.roles.some((role) => roles.includes(role)))
  return <Tabs label={say('tabs')} items={open.map(({ href, word }) => ({ href, text: say(word), current: href === current }))} />
}

/** Where reports begin for a reader of these roles. */
export function reportsHref(roles: readonly string[]): string {
  return readers.some((role) => roles.includes(role)) ? '/reports' : '/reports/template'
}
