import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { dueInstantWords, instantWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { findingForms } from '../command-forms.ts'
import { CommandPanes } from '../command-pane.tsx'
import { giveCommand } from '../give-command.ts'
import { NotesTimeline } from '../notes-timeline.tsx'
import { say, wordOf } from '../text.ts'
import { openRooms } from './matter-rooms.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'supervision.get-finding', { number: params['number'] ?? '' })
  return { shown, rooms: await openRooms(context, shown), key: crypto.randomUUID(), units: await unitNamesFor(context) }
}

export function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  return giveCommand(context, request, { forms: findingForms, number, back: `/supervision/findings/${number}` })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('finding', { number: params.number ?? '' }) }]
}

type Shown = OutputOf<'supervision.get-finding'>

/** One finding: what it is, what was said about it, and what may be done now. */
export default function FindingPage() {
  const { shown, rooms, key, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('finding', { number: shown.number })}</h1>
        <p className="meta">
          <a href="/supervision/findings">{say('back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <FactsPane shown={shown} rooms={rooms} units={units} />
        </div>
        <div className="mid">
          <ProgressPane shown={shown} />
        </div>
        <div>
          <CommandPanes action={`/supervision/findings/${shown.number}`} commands={shown.commands} forms={findingForms} words="findingCommands" requestKey={key} refused={refused} />
        </div>
      </div>
    </div>
  )
}

interface FactsPaneProps {
  readonly shown: Shown
  /** The pages of the matters that the reader may open, by number. */
  readonly rooms: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, string>>
}

function FactsPane({ shown, rooms, units }: FactsPaneProps) {
  return (
    <Pane id="facts" title={wordOf('violations', shown.violation)} beside={<Tag kind={shown.grade === 'serious' ? 'over' : shown.grade === 'obvious' ? 'near' : 'plain'}>{wordOf('grades', shown.grade)}</Tag>}>
      <FactsList
        facts={[
          { term: say('column.state'), value: wordOf('findingStates', shown.state) },
          { term: say('field.source'), value: wordOf('sources', shown.source) },
          { term: say('column.unit'), value: units[shown.unitId] ?? '' },
          ...(shown.staffName === null ? [] : [{ term: say('fact.staff'), value: shown.staffName }]),
          { term: say('column.points'), value: say('points', { count: shown.points }) },
          { term: say('column.found'), value: instantWords(shown.foundAt) },
          { term: say('fact.recorder'), value: shown.recorderName ?? say('fact.program') },
          ...(shown.outcome === 'heardLate' ? [{ term: say('fact.late'), value: say('fact.late.why') }] : []),
          { term: say('fact.evidence'), value: shown.evidence.map((one) => wordOf('evidenceKinds', one.kind)).join(say('comma')) },
          ...shown.evidence.flatMap((one, place) => (one.kind === 'file' ? [{ term: say('fact.file', { place: place + 1 }), value: <a href={`/api/v1/findings/${shown.number}/files/${one.reference}`}>{say('file.open')}</a> }] : [])),
          ...shown.evidence.flatMap((one) => (one.kind === 'matter' ? [{ term: say('fact.matter'), value: rooms[one.reference] === undefined ? one.reference : <a href={rooms[one.reference]}>{one.reference}</a>, code: true }] : [])),
          { term: say('fact.appealUntil'), value: dueInstantWords(shown.appealUntil, shown.appealUntilProvisional) },
        ]}
      />
    </Pane>
  )
}

function ProgressPane({ shown }: { readonly shown: Shown }) {
  const dues = [
    { term: say('due.explain'), at: shown.explainDueAt },
    { term: say('due.appeal'), at: shown.appealDueAt },
  ].flatMap(({ term, at }) => (at === null ? [] : [{ term, value: dueInstantWords(at, shown.provisional) }]))
  return (
    <Pane id="progress" title={say('progress')} meta={wordOf('findingStates', shown.state)}>
      {dues.length > 0 ? <FactsList facts={dues} /> : null}
      {shown.measures.length > 0 ? (
        <FactsList
          facts={shown.measures.map(({ number, measure, state }) => ({ term: wordOf('measures', measure), value: <a href={`/supervision/measures/${number}`}>{say('measure.line', { number, state: wordOf('measureStates', state) })}</a> }))}
        />
      ) : null}
      <NotesTimeline notes={shown.notes} words="findingCommands" begin={shown.notes.some(({ command }) => command === 'open') ? undefined : { title: say('finding.begin'), at: shown.foundAt }} />
    </Pane>
  )
}
