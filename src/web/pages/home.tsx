import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requestContext } from '../context.ts'
import type { PageHandle } from '../page-handle.ts'
import { siteName, useSite } from '../site.ts'
import { say } from '../text.ts'
import { ElderSections } from './home-elder.tsx'
import { readHomeFacts } from './home-facts.ts'
import { HomeHero } from './home-hero.tsx'
import { HomeSections } from './home-sections.tsx'

export const handle: PageHandle = { shared: true }

export async function loader({ context }: LoaderFunctionArgs) {
  const page = context.get(requestContext)
  return { facts: await (page.home?.() ?? readHomeFacts(context)), title: siteName(page.settings) }
}

export function meta({ loaderData }: { readonly loaderData: { readonly title: string } | undefined }) {
  return [{ title: loaderData?.title ?? say('title.default') }]
}

/** One question first. The door beside it leads to what is already under way, without signing in. */
export default function Home() {
  const { facts } = useLoaderData<typeof loader>()
  const site = useSite()
  const elder = site?.appearance.mode === 'elder'
  const servicePhone = site?.settings.servicePhone ?? ''
  return (
    <>
      <HomeHero often={facts.often} elder={elder} servicePhone={servicePhone} />
      <div className="wrap">{elder ? <ElderSections servicePhone={servicePhone} /> : <HomeSections facts={facts} />}</div>
    </>
  )
}
