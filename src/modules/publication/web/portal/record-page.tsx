import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Note, Section } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { classWord, say, wordOf } from '../portal-text.ts'
import { Paragraphs } from '../paragraphs.tsx'

type Shown = OutputOf<'publication.get-record'>

export async function loader({ context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const record = await call(context, 'publication.get-record', { number })
  await attempt(context, 'publication.count-view', { number })
  return { record: { ...record, views: record.views + 1 } }
}

export function meta({ loaderData }: { readonly loaderData?: { readonly record: Shown } }) {
  return [{ title: loaderData?.record.title ?? say('open') }]
}

export const handle: PageHandle = { crumbs: () => [{ href: '/publications', text: say('open') }] }

/** A record as S000 shows one: the header, then the text. Printed as it stands. */
export default function RecordPage() {
  const { record } = useLoaderData<typeof loader>()
  return (
    <article className="wrap">
      <div className="page-h">
        <h1>{record.title}</h1>
      </div>
      <Header record={record} />
      <EndNote record={record} />
      {record.interprets === null ? null : (
        <p className="mt">
          {say('record.interprets')} <a href={`/publications/records/${record.interprets.number}`}>{record.interprets.title}</a>
        </p>
      )}
      {record.body === null ? null : (
        <div className="mt">
          <Paragraphs text={record.body} />
        </div>
      )}
      {record.interpretations.length === 0 ? null : (
        <Section id="interpretations" title={say('record.interpretations')}>
          <ul>
            {record.interpretations.map(({ number, title }) => (
              <li key={number}>
                <a href={`/publications/records/${number}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="meta mt">
        {say('record.channels', { channels: [...new Set(record.channels.map(({ channel }) => wordOf('channels', channel)))].join(say('comma')) })}
        {record.edition > 1 && record.changedOn !== null ? say('record.changed', { day: longDayWords(record.changedOn), reason: record.changeReason ?? '' }) : null}
      </p>
    </article>
  )
}

function Header({ record }: { readonly record: Shown }) {
  return (
    <FactsList
      facts={[
        { term: say('column.index'), value: record.indexNo, code: true },
        { term: say('header.theme'), value: wordOf('themes', record.theme) },
        { term: say('column.class'), value: classWord(record.class) },
        ...(record.answersConcern ? [{ term: say('header.concern'), value: say('header.concern.yes') }] : []),
        { term: say('header.mode'), value: say('header.mode.proactive') },
        { term: say('header.doc'), value: record.docNo ?? say('none') },
        { term: say('header.unit'), value: record.unitName },
        { term: say('header.created'), value: longDayWords(record.createdOn) },
        { term: say('column.published'), value: longDayWords(record.publishedOn) },
        ...(record.effectiveOn === null ? [] : [{ term: say('header.effective'), value: longDayWords(record.effectiveOn) }]),
        { term: say('header.validity'), value: validityWords(record) },
        ...(record.summary === '' ? [] : [{ term: say('header.summary'), value: record.summary }]),
        { term: say('header.views'), value: say('header.views.count', { count: record.views }) },
      ]}
    />
  )
}

function validityWords({ validity, validUntil }: Shown): string {
  const word = wordOf('validities', validity)
  return validUntil === null ? word : say('header.validity.until', { word, day: longDayWords(validUntil) })
}

/** Why it ended, or that it is about to be withdrawn (行政处罚法 art. 48). */
function EndNote({ record: { validity, endReason, endedOn } }: { readonly record: Shown }) {
  if (endedOn === null) return endReason === null ? null : <Note kind="near">{say('record.withdrawing', { reason: endReason })}</Note>
  return <Note kind="stop">{say('record.ended', { word: wordOf('validities', validity), day: longDayWords(endedOn), reason: endReason ?? say('record.ended.expired') })}</Note>
}
