import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Tabs } from '#ui/tabs.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayWords, instantWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import { type FigurePlace, figureHref, mayOpen } from '../figure-href.ts'
import { say } from '../staff-text.ts'
import { versionOf } from '../text.ts'
import { FigureParts } from './figure-parts.tsx'
import { FigureRows } from './figure-rows.tsx'
import { PeriodForm } from './period-form.tsx'
import { readQuestion } from './question.ts'

export const handle: PageHandle = {}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const metric = params['metric'] ?? ''
  const { place, by, cursor } = readQuestion(new URL(request.url).searchParams, context.get(requestContext).today)
  const answer = await call(context, 'reporting.get-figure', { metric, ...place, ...(by !== undefined && { by }) })
  const listed = mayOpen(answer.opens, place) ? await call(context, 'reporting.list-figure-rows', { metric, ...place, limit: 50, ...(cursor !== null && { cursor }) }) : undefined
  return { ...answer, metric, place, by, listed, roles: roles.map(({ role }) => role) }
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: loaderData?.figure.name ?? '' }]
}

/** One figure: what it says, what a year before said, what it is made of, and the list of all that it counts. */
export default function FigurePage() {
  const { figure, dimensions, parts, opens, metric, place, by, listed, roles } = useLoaderData<typeof loader>()
  const { from, to, asOf, ...part } = place
  const whole: FigurePlace = { from, to, ...(asOf !== undefined && { asOf }) }
  const divided = [...dimensions, ...(figure.listed > 0 ? (['day'] as const) : [])].filter((one) => one === 'day' || part[one] === undefined)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{figure.name}</h1>
        <p>{say('rows.period', { from: dayWords(from), to: dayWords(to), cutOff: instantWords(figure.cutOffAt) })}</p>
        <p className="fig-big">{saysOf(figure)}</p>
        {figure.beside.map(({ metric: id, name, numerator }) => (
          <p key={id}>
            <a href={figureHref(id, place)}>{say('rows.beside', { name, count: numerator })}</a>
          </p>
        ))}
        {figure.yearBefore ? <p>{yearBeforeOf(figure.yearBefore)}</p> : null}
        <p className="meta">{say('rows.counts', { counts: figure.counts, version: versionOf(figure.definition) })}</p>
        {Object.keys(part).length > 0 ? (
          <p>
            {say('rows.scope')} <a href={figureHref(metric, whole)}>{say('rows.whole')}</a>
          </p>
        ) : null}
      </div>
      <PeriodForm metric={metric} place={place} by={by} />
      {divided.length === 0 ? null : (
        <Tabs label={say('rows.by')} items={divided.map((one) => ({ href: `${figureHref(metric, place)}&by=${one}`, text: say(`rows.by.${one}`), current: one === by }))} />
      )}
      {by === undefined ? null : <FigureParts metric={metric} place={place} by={by} parts={parts} />}
      {listed === undefined ? null : <FigureRows metric={metric} place={place} by={by} figure={figure} rows={listed} watched={opens === 'all'} roles={roles} />}
    </div>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['figure']

function saysOf({ value, numerator, denominator }: Shown): string {
  if (value === null) return say('rows.nothing')
  return denominator === null ? say('rows.saysCount', { value }) : say('rows.says', { value, numerator, denominator })
}

function yearBeforeOf({ value, changePercent, changePoints }: NonNullable<Shown['yearBefore']>): string {
  if (value === null) return say('rows.noYearBefore')
  if (changePercent !== null) return say('rows.changePercent', { value, change: signed(changePercent) })
  if (changePoints !== null) return say('rows.changePoints', { value, change: signed(changePoints) })
  return say('rows.change', { value })
}

function signed(change: string): string {
  return change.startsWith('-') || /^0(?:\.0+)?%?$/.test(change) ? change : `+${change}`
}
