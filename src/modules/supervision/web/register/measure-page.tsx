import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { call } from '#web/call.ts'
import { dueInstantWords, instantWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { measureForms } from '../command-forms.ts'
import { CommandPanes } from '../command-pane.tsx'
import { giveCommand } from '../give-command.ts'
import { NotesTimeline } from '../notes-timeline.tsx'
import { say, wordOf } from '../text.ts'
import { RecordingsPane } from './recordings-pane.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'supervision.get-measure', { number: params['number'] ?? '' })
  return { shown, key: crypto.randomUUID(), units: await unitNamesFor(context) }
}

export function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  return giveCommand(context, request, { forms: measureForms, number, back: `/supervision/measures/${number}` })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('measure', { number: params.number ?? '' }) }]
}

/** One card, letter, advice or talk, with its letter and its answer. */
export default function MeasurePage() {
  const { shown, key, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('measure', { number: shown.number })}</h1>
        <p className="meta">
          <a href="/supervision/measures">{say('back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <Pane id="facts" title={wordOf('measures', shown.measure)} meta={wordOf('measureStates', shown.state)}>
            <FactsList
              facts={[
                { term: say('column.unit'), value: units[shown.unitId] ?? '' },
                { term: say('fact.finding'), value: <a href={`/supervision/findings/${shown.findingNumber}`}>{shown.findingNumber}</a> },
                { term: say('column.issued'), value: instantWords(shown.issuedAt) },
                ...(shown.dueAt === null ? [] : [{ term: say('due.answer'), value: dueInstantWords(shown.dueAt, shown.provisional) }]),
                ...(shown.documentNumber === null ? [] : [{ term: say('column.document'), value: shown.documentNumber }]),
              ]}
            />
            {shown.documentNumber === null ? null : (
              <Actions>
                <ButtonLink kind="second" href={`/supervision/measures/${shown.number}/document`}>
                  {say('document.open')}
                </ButtonLink>
                <ButtonLink kind="plain" href={`/api/v1/measures/${shown.number}/document`}>
                  {say('document.pdf')}
                </ButtonLink>
              </Actions>
            )}
          </Pane>
          <RecordingsPane recordings={shown.recordings} />
        </div>
        <div className="mid">
          <Pane id="progress" title={say('progress')}>
            <NotesTimeline notes={shown.notes} words="measureCommands" begin={{ title: say('measure.begin'), at: shown.issuedAt }} />
          </Pane>
        </div>
        <div>
          <CommandPanes action={`/supervision/measures/${shown.number}`} commands={shown.commands} forms={measureForms} words="measureCommands" requestKey={key} refused={refused} />
        </div>
      </div>
    </div>
  )
}
