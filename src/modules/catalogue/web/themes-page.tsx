import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { IndexList } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { say } from './text.ts'

export const handle: PageHandle = { shared: true, crumbs: () => [{ href: '/services', text: say('services.title') }] }

export async function loader({ context }: LoaderFunctionArgs) {
  const { items } = await call(context, 'catalogue.list-themes', { limit: 100 })
  return { stages: [...Map.groupBy(items, (theme) => theme.lifeStage)].map(([stage, themes]) => ({ stage, themes })) }
}

export function meta() {
  return [{ title: say('themes.title') }]
}

/** The themes by the stage of life or business that they belong to. */
export default function ThemesPage() {
  const { stages } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('themes.title')}</h1>
        <p>{say('themes.lead')}</p>
      </div>
      {stages.length === 0 ? <p>{say('themes.none')}</p> : null}
      {stages.map(({ stage, themes }, place) => (
        <Section key={stage} id={`stage-${place + 1}`} title={stage}>
          <IndexList large items={themes.map((theme) => ({ href: `/themes/${theme.key}`, title: theme.name, line: say('themes.count', { count: theme.itemCount }) }))} />
        </Section>
      ))}
    </div>
  )
}
