import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { BrandMark } from '#web/brand.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { instantWords } from '#web/day-words.ts'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { SimulatedNotice } from '#web/simulated-notice.tsx'
import { useSite } from '#web/site.ts'
import { staffFirst } from '#web/staff-first.ts'
import { reportsHref } from '../reports/report-tabs.tsx'
import { say } from '../staff-text.ts'
import { CurvePane } from './curve-pane.tsx'
import { HallsPane } from './halls-pane.tsx'
import { Replay } from './replay.tsx'
import { SignalsPane } from './signals-pane.tsx'
import { UnitsPane } from './units-pane.tsx'
import { WallFigures } from './wall-figures.tsx'
import wallStyles from './wall.css?url'

export const handle: PageHandle = { rooms: true, density: 'compact', mode: 'wall', script: liveHref }
const periods = ['today', 'month', 'year'] as const

/** In a busy hall a number is called every few seconds; the whole wall is not computed for each of them. */
const restSeconds = 10

export const links = () => [{ rel: 'stylesheet', href: wallStyles }]

/** Without script the screen renews itself too: the browser asks again every five minutes. */
export function headers() {
  return { Refresh: '300' }
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { settings } = context.get(requestContext)
  const params = new URL(request.url).searchParams
  const period = periods.find((one) => one === params.get('period')) ?? 'month'
  const day = params.get('day') ?? ''
  const asOf = day === '' ? undefined : `${day}T${params.get('time') || '18:00'}:00+08:00`
  // What was on another day changes no more.
  const live = asOf === undefined ? await liveOf(context, 'kernel.ledger,reporting.halls') : undefined
  const wall = await call(context, 'reporting.get-wall', { period, ...(asOf !== undefined && { asOf }) })
  return { live, wall, period, asOf, city: settings.cityName }
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData ? titleOf(loaderData) : '' }]
}

/** The leader's screen: one page that reads from across a room and opens from every figure down to the ledger. */
export default function WallPage() {
  const shown = useLoaderData<typeof loader>()
  const { live, wall, period, asOf } = shown
  const place = { from: wall.from, to: wall.to, ...(asOf !== undefined && { asOf: wall.cutOffAt }) }
  return (
    <>
      <WallHead {...shown} />
      <SimulatedNotice />
      <main id="main">
        <div className="wrap">
          <h1 className="vh">{titleOf(shown)}</h1>
          <LivePart id="live-wall" live={live} restSeconds={restSeconds}>
            <WallFigures wall={wall} place={place} />
            <div className="room room-wall">
              <div>
                <UnitsPane units={wall.units} opens={wall.opens} place={place} />
              </div>
              <div>
                <HallsPane wall={wall} place={place} />
              </div>
              <div>
                <SignalsPane wall={wall} place={place} />
                <CurvePane wall={wall} place={place} />
              </div>
            </div>
          </LivePart>
          <Replay period={period} asOf={asOf} cutOffAt={wall.cutOffAt} />
          <p className="meta foot-n">
            {say('wall.foot')}
            <a href="/figures">{say('wall.definitions')}</a>
          </p>
        </div>
      </main>
    </>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>

function WallHead({ live, wall, period, asOf, city }: Shown) {
  const at = instantWords(wall.cutOffAt)
  const kept = asOf === undefined ? '' : `&day=${asOf.slice(0, 10)}&time=${asOf.slice(11, 16)}`
  return (
    <header className="top top-staff">
      <div className="wrap">
        <a className="brand" href="/work">
          <BrandMark />
          {say('wall.office', { city })}
        </a>
        <nav className="nav" aria-label={say('wall.nav')}>
          <ul>
            {periods.map((one) => (
              <li key={one}>
                <a href={`/wall?period=${one}${kept}`} aria-current={one === period ? 'page' : undefined}>
                  {periodWord(one, wall.to)}
                </a>
              </li>
            ))}
            <li>
              <a href={reportsHref(useSite()?.session.roles ?? [])}>{say('wall.reports')}</a>
            </li>
          </ul>
        </nav>
        <LivePart id="live-at" live={live} className="tools">
          {say(asOf === undefined ? 'wall.tools' : 'wall.toolsPast', { at })}
        </LivePart>
      </div>
    </header>
  )
}

function titleOf({ wall, period, city }: Shown): string {
  return say('wall.title', { city, period: periodWord(period, wall.to) })
}

function periodWord(period: (typeof periods)[number], to: string): string {
  return say(`wall.period.${period}`, { month: Number(to.slice(5, 7)), year: to.slice(0, 4) })
}
