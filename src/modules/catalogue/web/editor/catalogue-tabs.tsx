import { Tabs } from '#ui/tabs.tsx'
import { say } from './text.ts'

/** The lists of the catalogue's office beside each other. */
export function CatalogueTabs({ current }: { readonly current: 'items' | 'exchange' }) {
  return (
    <>
      <div className="page-h">
        <h1>{say(current === 'items' ? 'list.title' : 'exchange.title')}</h1>
      </div>
      <Tabs
        label={say('list.tabs')}
        items={[
          { href: '/catalogue-office', text: say('list.tab'), current: current === 'items' },
          { href: '/catalogue-office/exchange', text: say('list.exchange'), current: current === 'exchange' },
        ]}
      />
    </>
  )
}
