import { Strip } from '#ui/facts.tsx'
import { IndexList, Rows } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { HomeFacts } from '../context.ts'
import { enterpriseEvents, eventEntry, personEvents } from './home-index.ts'
import { homeText } from './home-text.ts'
import { atHome, wayEntry } from '../ways.ts'

/** Below the question: figures with their parts, the index by event, bundles, openness, halls. Empty ones are left out. */
export function HomeSections({ facts }: { readonly facts: HomeFacts }) {
  return (
    <>
      {facts.figures.length > 0 ? <Figures figures={facts.figures} /> : null}
      <Section id="do" title={homeText('do')} beside={<Views />}>
        <div className="cols cols-2 two-doors">
          <div>
            <h3 id="person">{homeText('do.person')}</h3>
            <IndexList items={personEvents.map(eventEntry).map(shown)} />
          </div>
          <div>
            <h3 id="enterprise">{homeText('do.enterprise')}</h3>
            <IndexList items={enterpriseEvents.map(eventEntry).map(shown)} />
          </div>
        </div>
      </Section>
      {facts.bundles.length > 0 ? (
        <Section id="bundles" title={homeText('bundles')} beside={<a href="/themes">{homeText('bundles.all')}</a>}>
          <Rows columns={3} items={facts.bundles} />
        </Section>
      ) : null}
      <Section id="open" title={homeText('open')} beside={<a href="/open">{homeText('open.all')}</a>}>
        <IndexList items={atHome.map(wayEntry)} large />
      </Section>
      {facts.halls.length > 0 ? (
        <Section id="hall" title={homeText('halls')}>
          <Rows columns={3} items={facts.halls} />
        </Section>
      ) : null}
    </>
  )
}

function Figures({ figures }: Pick<HomeFacts, 'figures'>) {
  return (
    <Strip
      items={[
        ...figures.map((figure) => ({ term: figure.label, value: figure.value, ...(figure.note ? { note: figure.note } : {}) })),
        { term: homeText('figures.how.term'), termHidden: true, value: <a href="/ratings">{homeText('figures.how')}</a> },
      ]}
    />
  )
}

function Views() {
  return (
    <Tabs
      label={homeText('do.views')}
      inline
      items={[
        { href: '/#do', text: homeText('do.by-event'), current: true },
        { href: '/themes', text: homeText('do.by-theme') },
        { href: '/services#departments', text: homeText('do.by-unit') },
        { href: '/services', text: homeText('do.all') },
      ]}
    />
  )
}

function shown({ href, icon, title, hint }: ReturnType<typeof eventEntry>) {
  return { href, title: homeText(title), ...(icon ? { icon } : {}), ...(hint ? { line: homeText(hint) } : {}) }
}
