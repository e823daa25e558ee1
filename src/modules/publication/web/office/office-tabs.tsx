import { Tabs } from '#ui/tabs.tsx'
import { type PublicationTextKey, say } from '../text.ts'

const pages: readonly { readonly href: string; readonly word: PublicationTextKey }[] = [
  { href: '/publication-office', word: 'office.records' },
  { href: '/publication-office/proposals', word: 'office.proposals' },
  { href: '/publication-office/powers', word: 'powers' },
]

/** The pages of the room. */
export function OfficeTabs({ current }: { readonly current: string }) {
  return <Tabs label={say('office.tabs')} items={pages.map(({ href, word }) => ({ href, text: say(word), current: href === current }))} />
}
