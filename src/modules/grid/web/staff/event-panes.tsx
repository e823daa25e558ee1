import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { dayWords, dueInstantWords, instantWords } from '#web/day-words.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { cellWords, say, wordOf } from '../text.ts'

type Event = OutputOf<'grid.get-event'>

interface ReportPaneProps {
  readonly event: Event
  readonly names: { readonly communities: Readonly<Record<string, string>>; readonly units: Readonly<Record<string, string>> }
}

/** What is wrong, where, and until when. */
export function ReportPane({ event, names }: ReportPaneProps) {
  const { report, cellId, componentCode, clocks, reviewOn, declined, grade, orderNumber, leadUnitId } = event
  return (
    <Pane id="report" title={say('event.report')} meta={wordOf('states', event.state)}>
      <p>{report.description}</p>
      {clocks.map(({ name, dueAt, overdue, provisional }) => (
        <p key={name}>
          {wordOf('clocks', name)}　<ClockBadge state={overdue ? 'over' : 'run'}>{dueInstantWords(dueAt, provisional)}</ClockBadge>
        </p>
      ))}
      <FactsList
        facts={[
          { term: say('cell'), value: <a href={`/grid?cell=${cellId}`}>{cellWords(cellId, names.communities[cellId.slice(0, 12)])}</a> },
          { term: say('event.point'), value: `${event.longitude.toFixed(5)}, ${event.latitude.toFixed(5)}`, code: true },
          ...(componentCode === null ? [] : [{ term: wordOf('componentFields', 'code'), value: <a href={`/grid-office/components/${componentCode}`}>{componentCode}</a>, code: true }]),
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

/** Steps whose own form takes the photo. */
const withPhoto: readonly string[] = ['verify', 'feed-back']

/** Whether a photo may be added by itself now. */
export function addsPhotos({ commands }: Pick<Event, 'commands'>): boolean {
  return commands.includes('add-photo') && !commands.some((command) => withPhoto.includes(command))
}

interface PhotosPaneProps {
  readonly event: Event
  readonly requestKey: string
  /** Why the last photo was not kept. */
  readonly refused: { readonly problems: readonly FieldProblem[] } | undefined
}

/** The photos by what they are evidence of, and a form for one more while the state of the event asks for some. */
export function PhotosPane({ event, requestKey, refused }: PhotosPaneProps) {
  const { number, photos } = event
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
      {addsPhotos(event) ? (
        <WhoActs>
          {refused ? <ErrorSummary title={say('photos.add.refused')} problems={refused.problems} /> : null}
          <form action={`/grid-office/events/${number}`} method="post" encType="multipart/form-data">
            <input type="hidden" name="command" value="add-photo" />
            <input type="hidden" name="key" value={`add-photo-${requestKey}`} />
            <Field id="photo" label={say('photos.add.file')} hint={say('report.photo.hint')} error={refused?.problems[0]?.text}>
              {(ids) => <FileInput {...ids} name="photo" accept="image/jpeg,image/png,image/webp" required />}
            </Field>
            <Actions>
              <Button kind="second">{say('photos.add')}</Button>
            </Actions>
          </form>
        </WhoActs>
      ) : null}
    </Pane>
  )
}

interface HistoryPaneProps {
  readonly event: Event
  readonly steps: readonly { readonly at: string; readonly command: string; readonly to: string }[]
  readonly units: Readonly<Record<string, string>>
}

/** From which level to which; one that stayed is named once. */
function moveWords({ fromLevel, toLevel }: Event['moves'][number], unit: string): string {
  const to = wordOf('levels', toLevel)
  return fromLevel === toLevel ? say('move.stayed', { level: to, unit }) : say('move', { from: wordOf('levels', fromLevel), to, unit })
}

/** What was done and said, newest first, and the way through the levels (G-04). */
export function HistoryPane({ event, steps, units }: HistoryPaneProps) {
  const saidAt = new Map(event.notes.map(({ command, at, text }) => [`${command} ${at}`, text]))
  const movedAt = new Map(event.moves.map((move) => [`${move.command} ${move.at}`, moveWords(move, units[move.unitId] ?? '')]))
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
