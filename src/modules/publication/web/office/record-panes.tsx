import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { dueInstantWords, instantWords, longDayWords } from '#web/day-words.ts'
import type { UnitNames } from '#web/unit-names.ts'
import { Paragraphs } from '../paragraphs.tsx'
import { classWord, say, wordOf } from '../text.ts'

type Shown = OutputOf<'publication.get-own-record'>

/** The elements of a record, its clocks, and where it belongs. */
export function HeaderPane({ record, units, mayInterpret }: { readonly record: Shown; readonly units: UnitNames; readonly mayInterpret: boolean }) {
  const { text } = record
  const dayOr = (day: string | null): string => (day === null ? say('none') : longDayWords(day))
  return (
    <Pane id="header" title={say('header')} meta={wordOf('states', record.state)}>
      {record.clocks.map((clock) => (
        <p key={clock.name}>
          <ClockBadge state={clock.overdue ? 'over' : 'run'} strong>
            {say('clock.due', { name: wordOf('clocks', clock.name), due: dueInstantWords(clock.dueAt, clock.provisional) })}
          </ClockBadge>
        </p>
      ))}
      <FactsList
        facts={[
          { term: say('column.number'), value: record.number, code: true },
          { term: say('column.index'), value: record.indexNo ?? say('header.index.later'), code: record.indexNo !== null },
          { term: say('column.unit'), value: units[record.unitId] ?? '' },
          { term: say('column.class'), value: classWord(record.class) },
          { term: say('header.theme'), value: wordOf('themes', record.theme) },
          ...(record.answersConcern ? [{ term: say('header.concern'), value: say('header.concern.yes') }] : []),
          { term: say('header.doc'), value: text.docNo ?? say('none') },
          { term: say('header.created'), value: longDayWords(text.createdOn) },
          ...(text.changedOn === null ? [] : [{ term: say('field.changedOn'), value: longDayWords(text.changedOn), note: text.changeReason }]),
          ...(record.class === 'normative' ? [{ term: say('field.effectiveOn'), value: dayOr(text.effectiveOn) }, { term: say('field.validUntil'), value: dayOr(text.validUntil) }, { term: say('field.reviewOn'), value: dayOr(text.reviewOn) }] : []),
          ...(record.publishedAt === null ? [] : [{ term: say('column.published'), value: <a href={`/publications/records/${record.number}`}>{instantWords(record.publishedAt)}</a> }]),
          ...(record.endReason === null ? [] : [{ term: say('field.reason'), value: record.endReason }]),
        ]}
      />
      {mayInterpret ? (
        <p>
          <a href={`/publication-office/new?interprets=${record.number}`}>{say('record.interpret')}</a>
        </p>
      ) : null}
      {record.interprets === null ? null : (
        <p>
          {say('record.interprets')} <a href={`/publication-office/records/${record.interprets.number}`}>{record.interprets.title}</a>
        </p>
      )}
    </Pane>
  )
}

/** The text as it was handed over. */
export function TextPane({ record: { text } }: { readonly record: Shown }) {
  return (
    <Pane id="text" title={say('field.body')}>
      <p>{text.summary}</p>
      <Paragraphs text={text.body} />
    </Pane>
  )
}

/** Numbers found in the text, the reviews, the channels and the steps. */
export function ProgressPane({ record, events }: { readonly record: Shown; readonly events: readonly { readonly at: string; readonly command: string }[] }) {
  return (
    <>
      {record.found.length === 0 ? null : (
        <Pane id="found" title={say('found')}>
          <Note kind="near">{say('found.note')}</Note>
          <ul>
            {record.found.map((one) => (
              <li key={`${one.field}-${one.line}-${one.column}`}>{say('found.one', { kind: wordOf('numbers', one.kind), field: wordOf('textFields', one.field), line: one.line, column: one.column, masked: one.masked })}</li>
            ))}
          </ul>
        </Pane>
      )}
      {record.reviews.length === 0 ? null : (
        <Pane id="reviews" title={say('reviews')}>
          <Timeline small entries={record.reviews.toReversed().map((review) => ({ title: say('reviews.one', { decision: wordOf('decisions', review.decision), edition: review.edition }), at: review.at, when: instantWords(review.at), text: say('reviews.text', { basis: review.basis, remark: review.remark }) }))} />
        </Pane>
      )}
      <Pane id="progress" title={say('progress')}>
        {record.channels.length === 0 ? null : <p>{say('record.channels', { channels: record.channels.map(({ channel, place }) => (place === null ? wordOf('channels', channel) : say('channel.place', { channel: wordOf('channels', channel), place }))).join('、') })}</p>}
        <Timeline small entries={events.toReversed().map(({ at, command }) => ({ title: wordOf('commands', command), at, when: instantWords(at) }))} />
      </Pane>
    </>
  )
}
