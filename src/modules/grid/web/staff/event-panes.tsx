import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { dayWords, dueInstantWords, instantWords } from '#web/day-words.ts'
import { categoryName, cellWords, say, wordOf } from '../text.ts'

type Event = OutputOf<'grid.get-event'>

interface ReportPaneProps {
  readonly event: Event
  readonly names: { readonly communities: Readonly<Record<string, string>>; readonly units: Readonly<Record<string, string>> }
}

/** What is wrong, where, and until when. */
export function ReportPane({ event, names }: ReportPaneProps) {
  const { report, cellId, clocks, reviewOn, declined, grade, orderNumber, leadUnitId } = event
  return (
    <Pane id="report" title={categoryName(event.category)} meta={wordOf('states', event.state)}>
      <p>{report.description}</p>
      {clocks.map(({ name, dueAt, overdue, provisional }) => (
        <p key={name}>
          {wordOf('clocks', name)} <ClockBadge state={overdue ? 'over' : 'run'}>{dueInstantWords(dueAt, provisional)}</ClockBadge>
        </p>
      ))}
      <FactsList
        facts={[
          { term: say('cell'), value: <a href={`/grid?cell=${cellId}`}>{cellWords(cellId, names.communities[cellId.slice(0, 12)])}</a> },
          { term: say('event.point'), value: `${event.longitude.toFixed(5)}, ${event.latitude.toFixed(5)}`, code: true },
          ...(report.address === null ? [] : [{ term: say('report.address'), value: report.address }]),
          { term: say('column.level'), value: wordOf('levels', event.level) },
          { term: say('column.source'), value: wordOf('sources', event.source) },
          ...(leadUnitId === null ? [] : [{ term: say('column.unit'), value: names.units[leadUnitId] ?? '' }]),
          ...(report.reporter === null ? [] : [{ term: say('event.reporter'), value: report.reporter }]),
          ...(report.phone === null ? [] : [{ term: say('event.phone'), value: report.phone, code: true }]),
          ...(orderNumber === null ? [] : [{ term: say('field.order'), value: orderNumber, code: true }]),
          ...(reviewOn === null ? [] : [{ term: say('follow.review'), value: dayWords(reviewOn) }]),
          ...(declined === null ? [] : [{ term: say('follow.declined'), value: wordOf('declineReasons', declined) }]),
          ...(grade === null ? [] : [{ term: say('follow.grade'), value: wordOf('grades', grade) }]),
          { term: say('event.counts'), value: say('event.counts.words', { returns: event.returns, reworks: event.reworks }) },
        ]}
      />
    </Pane>
  )
}

/** The photos by what they are evidence of. */
export function PhotosPane({ event: { number, photos } }: { readonly event: Event }) {
  return (
    <Pane id="photos" title={say('photos')}>
      {photos.length === 0 ? <p>{say('photos.none')}</p> : null}
      <ul className="grid-photos">
        {photos.map(({ fileId, stage, takenAt }) => (
          <li key={fileId}>
            <a href={`/api/v1/grid/events/${number}/photos/${fileId}`}>
              <img src={`/api/v1/grid/events/${number}/photos/${fileId}`} alt={say('photos.one', { stage: wordOf('photoStages', stage), when: instantWords(takenAt) })} width={160} height={120} loading="lazy" />
            </a>
            <p className="meta">{wordOf('photoStages', stage)}</p>
          </li>
        ))}
      </ul>
    </Pane>
  )
}

interface HistoryPaneProps {
  readonly event: Event
  readonly steps: readonly { readonly at: string; readonly command: string; readonly to: string }[]
  readonly units: Readonly<Record<string, string>>
}

/** What was done and said, newest first, and the way through the levels (G-04). */
export function HistoryPane({ event, steps, units }: HistoryPaneProps) {
  const saidAt = new Map(event.notes.map(({ command, at, text }) => [`${command} ${at}`, text]))
  const movedAt = new Map(event.moves.map((move) => [`${move.command} ${move.at}`, say('move', { from: wordOf('levels', move.fromLevel), to: wordOf('levels', move.toLevel), unit: units[move.unitId] ?? '' })]))
  return (
    <Pane id="history" title={say('history')}>
      <Timeline
        entries={steps.toReversed().map(({ at, command }) => {
          const key = `${command} ${at}`
          return { title: wordOf('commands', command), at, when: instantWords(at), text: [movedAt.get(key), saidAt.get(key)].filter(Boolean).join('　') }
        })}
      />
    </Pane>
  )
}
