import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { joined } from '#ui/text.ts'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { gradeWord, kindWord, reasonWord, say } from './text.ts'

type Review = OutputOf<'evaluations.list-public'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { today } = context.get(requestContext)
  const params = new URL(request.url).searchParams
  const grade = [1, 2, 3, 4, 5].find((one) => String(one) === params.get('grade')) ?? null
  const cursor = params.get('cursor')
  const [list, figures, units] = await Promise.all([
    call(context, 'evaluations.list-public', { limit: 20, ...(grade !== null && { grade }), ...(cursor && { cursor }) }),
    call(context, 'evaluations.get-figures', { from: `${today.slice(0, 4)}-01-01`, to: today }),
    call(context, 'organisation.list-units', { limit: 100 }),
  ])
  return { list, figures: figures.total, grade, units: Object.fromEntries(units.items.map((unit) => [unit.id, unit.shortName])) }
}

export function meta() {
  return [{ title: say('ratings') }]
}

/** Every evaluation and every reply, published (国务院 政务服务“好差评”). The share stands with its parts. */
export default function RatingsPage() {
  const { list, figures, grade, units } = useLoaderData<typeof loader>()
  const href = (one: number | null) => (one === null ? '/ratings' : `/ratings?grade=${one}`)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('ratings')}</h1>
        <p>{say('ratings.lead')}</p>
      </div>
      {figures.valid > 0 ? (
        <FactsList
          as="summary"
          facts={[
            { term: say('ratings.satisfied'), value: say('ratings.satisfied.value', { satisfied: figures.satisfied, valid: figures.valid }), note: say('ratings.share', { percent: ((100 * figures.satisfied) / figures.valid).toFixed(1) }) },
            { term: say('ratings.excluded'), value: say('ratings.excluded.value', { count: figures.excluded }), note: say('ratings.excluded.note') },
          ]}
        />
      ) : null}
      <Section id="list" title={say('ratings.list')} beside={<Tabs label={say('ratings.filter')} inline items={[null, 5, 4, 3, 2, 1].map((one) => ({ href: href(one), text: one === null ? say('ratings.filter.all') : gradeWord(one), current: one === grade }))} />}>
        {list.items.length === 0 ? <p>{say('ratings.none')}</p> : null}
        <ul className="rows">
          {list.items.map((review) => (
            <li key={review.id}>
              <ReviewEntry review={review} unit={units[review.unitId] ?? review.unitId} />
            </li>
          ))}
        </ul>
        <ListPages summary={say('ratings.page', { count: list.items.length })} base={href(grade)} nextCursor={list.nextCursor} />
      </Section>
    </div>
  )
}

function ReviewEntry({ review, unit }: { readonly review: Review; readonly unit: string }) {
  return (
    <div className="r">
      <b>{gradeWord(review.grade)}</b>
      <span>{review.itemName === null ? kindWord(review.kind) : say('ratings.entry', { item: review.itemName, kind: kindWord(review.kind) })}</span>
      <span>{say('ratings.meta', { day: longDayWords(review.day), unit })}</span>
      {review.reasons.length > 0 ? <span>{joined('list', review.reasons.map(reasonWord))}</span> : null}
      {review.text === null ? null : <p>{review.text}</p>}
      {review.reply === null ? null : <p>{say('rate.reply', { reply: review.reply })}</p>}
    </div>
  )
}
