import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { IndexList } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { ListPages } from '#web/list-pages.tsx'
import { ItemRows } from './item-rows.tsx'
import { readSearch, searchHref, titleOf } from './item-search.ts'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = readSearch(new URL(request.url).searchParams)
  const { q, department, theme, audience, cursor } = search
  const [found, departments, themes, meant] = await Promise.all([
    call(context, 'catalogue.list-items', { ...(q && { q }), ...(department && { department }), ...(theme && { theme }), ...(audience && { audience }), ...(cursor && { cursor }), limit: 30 }),
    call(context, 'catalogue.list-departments', {}),
    call(context, 'catalogue.list-themes', { limit: 100 }),
    q === undefined ? { items: [] } : call(context, 'catalogue.list-themes', { q }),
  ])
  const names = { department: departments.items.find((one) => one.key === department)?.name, theme: themes.items.find((one) => one.key === theme)?.name }
  return { search, found, departments: departments.items, themes: themes.items, meant: meant.items, title: titleOf(search, names), phone: context.get(requestContext).settings.servicePhone }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly title: string } }) {
  return [{ title: loaderData?.title ?? say('services.title') }]
}

/** Search in plain words first: the life event that is meant, then the items. The ways in by event and by department stand where nothing was asked or found. */
export default function ServicesPage() {
  const { search, found, departments, themes, meant, title, phone } = useLoaderData<typeof loader>()
  const narrowed = search.q ?? search.department ?? search.theme
  const browsed = narrowed === undefined || (found.items.length === 0 && search.cursor === undefined)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{title}</h1>
      </div>
      <form className="search" role="search" action="/services" method="get">
        <input type="search" name="q" defaultValue={search.q} aria-label={say('services.search.label')} aria-describedby="search-hint" autoComplete="off" enterKeyHint="search" />
        <Button>{say('services.search')}</Button>
      </form>
      <p className="hint mt-s" id="search-hint">
        {say('services.search.hint')}
      </p>
      {meant.length > 0 && search.cursor === undefined ? (
        <Section id="meant" title={say('services.meant')} meta={say('services.meant.meta')}>
          <ThemeIndex themes={meant} />
        </Section>
      ) : null}
      <Section id="found" title={say(narrowed ? 'services.found' : 'services.all')} beside={<Audiences search={search} />}>
        {found.items.length > 0 ? <ItemRows items={found.items} /> : <NothingFound phone={phone} />}
        <ListPages summary={say('services.page', { count: found.items.length })} base={searchHref(search, { cursor: undefined })} nextCursor={found.nextCursor} />
      </Section>
      {browsed ? (
        <>
          <Section id="themes" title={say('services.themes')} beside={<a href="/themes">{say('services.themes.all')}</a>}>
            <ThemeIndex themes={themes.slice(0, 12)} />
          </Section>
          <Section id="departments" title={say('services.departments')}>
            <IndexList large items={departments.map((one) => ({ href: `/services?department=${one.key}`, title: one.name, line: say('services.department.count', { count: one.items }) }))} />
          </Section>
        </>
      ) : (
        <p className="mt">
          <a href="/services">{say('services.back')}</a>
        </p>
      )}
    </div>
  )
}

function ThemeIndex({ themes }: { readonly themes: OutputOf<'catalogue.list-themes'>['items'] }) {
  return <IndexList large items={themes.map((theme) => ({ href: `/themes/${theme.key}`, title: theme.name, line: say('themes.count', { count: theme.itemCount }) }))} />
}

function Audiences({ search }: { readonly search: ReturnType<typeof readSearch> }) {
  const audiences = [undefined, 'person', 'organisation'] as const
  return (
    <Tabs
      label={say('services.audience')}
      inline
      items={audiences.map((audience) => ({
        href: searchHref({ ...search, audience }, { cursor: undefined }),
        text: say(`services.audience.${audience ?? 'all'}`),
        current: search.audience === audience,
      }))}
    />
  )
}

function NothingFound({ phone }: { readonly phone: string }) {
  return (
    <div className="stack">
      <p>
        <strong>{say('services.none')}</strong>
      </p>
      <p>{say('services.none.next', { phone })}</p>
    </div>
  )
}
