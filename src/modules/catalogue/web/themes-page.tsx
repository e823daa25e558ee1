import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { IndexList } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { say } from './text.ts'

export const handle: PageHandle = { shared: true, crumbs: () => [{ href: '/services', text: say('services.title') }] }

export async function loader({ context }: LoaderFunctionArgs) {
  const { items } = await call(context, 'catalogue.list-themes', { limit: 100 })
  const audiences = Map.groupBy(items, (theme) => theme.audience)
  return { groups: (['person', 'organisation'] as const).map((audience) => ({ audience, themes: byStage(audiences.get(audience) ?? []) })).filter(({ themes }) => themes.length > 0) }
}

type Theme = OutputOf<'catalogue.list-themes'>['items'][number]

/** Those of one stage stand together, the stages in the order in which they first come. */
function byStage(themes: readonly Theme[]): readonly Theme[] {
  return [...Map.groupBy(themes, (theme) => theme.lifeStage).values()].flat()
}

export function meta() {
  return [{ title: say('themes.title') }]
}

/** The themes for people and for business, by the stage of life that they belong to. */
export default function ThemesPage() {
  const { groups } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('themes.title')}</h1>
        <p>{say('themes.lead')}</p>
      </div>
      {groups.length === 0 ? <p>{say('themes.none')}</p> : null}
      {groups.map(({ audience, themes }) => (
        <Section key={audience} id={audience} title={say(`themes.${audience}`)}>
          <IndexList large items={themes.map((theme) => ({ href: `/themes/${theme.key}`, title: theme.name, line: say('themes.line', { stage: theme.lifeStage, count: theme.itemCount }) }))} />
        </Section>
      ))}
    </div>
  )
}
