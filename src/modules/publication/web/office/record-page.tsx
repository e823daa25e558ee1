import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayOf, textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { say, wordOf } from '../text.ts'
import { CommandPane } from './command-pane.tsx'
import { draftInput, typedDraft } from './draft-fields.ts'
import { DraftForm } from './draft-form.tsx'
import { problemsInText } from './place-in-text.ts'
import { type FormCommand, type FormOperation, isFormCommand, rareCommands, recordForm } from './record-forms.ts'
import { HeaderPane, ProgressPane, TextPane } from './record-panes.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const record = await call(context, 'publication.get-own-record', { number: params['number'] ?? '' })
  const { events } = await call(context, 'publication.get-record-ledger', { number: record.number })
  const edits = roles.some(({ role, unitId }) => role === 'publicationEditor' && unitId === record.unitId)
  return { record, edits, events: events.map(({ at, command }) => ({ at, command })), units: await unitNamesFor(context), today: context.get(requestContext).today, key: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const form = await request.formData()
  const command = textOf(form, 'command')
  const here = `/publication-office/records/${number}`
  const idempotencyKey = textOf(form, 'key')
  if (command === 'save') {
    const draft = typedDraft(form)
    const version = textOf(form, 'version')
    const answer = await attempt(context, 'publication.save-draft', { ...draftInput(draft), number, expectedVersion: version } as InputOf<'publication.save-draft'>, { idempotencyKey })
    if (answer.ok) return redirect(here, 303)
    return data({ command, title: answer.refusal.title, problems: problemsInText(answer.refusal), typed: {}, draft, version, isOvertaken: answer.refusal.kind === 'conflict' }, { status: statusOf(answer.refusal.kind) })
  }
  if (!isFormCommand(command)) return redirect(here, 303)
  const { operation, fields } = recordForm(command)
  const typed = Object.fromEntries(fields.map(({ name, as }) => [name, as === 'day' ? dayOf(form, `${command}-${name}`) : (textOf(form, `${command}-${name}`) ?? '')]))
  const input = { number, ...typed, ...('phonesArePublic' in typed && { phonesArePublic: typed['phonesArePublic'] === 'yes' }) }
  const answer = await attempt(context, operation, input as unknown as InputOf<FormOperation>, { idempotencyKey })
  if (answer.ok) return redirect(here, 303)
  const problems = problemsInText(answer.refusal, (pointer) => (fields.some(({ name }) => pointer === `/${name}`) ? `${command}-${pointer.slice(1)}` : 'found'))
  return data({ command, title: answer.refusal.title, problems, typed, draft: undefined, version: undefined, isOvertaken: false }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('record.title', { number: params.number ?? '' }) }]
}

const draftLabels = [
  { name: 'title', label: say('column.title') },
  { name: 'summary', label: say('header.summary') },
  { name: 'body', label: say('field.body') },
  { name: 'docNo', label: say('header.doc') },
]

/** One record: its elements and text, what happened to it, and what the reader may do now. */
export default function RecordPage() {
  const { record, edits, events, units, today, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const commands = record.commands.filter(isFormCommand)
  // What somebody else has saved meanwhile is not written over: the form shows it, and what was typed stands beside it.
  const lost = sent !== undefined && (sent.isOvertaken || !record.commands.some((command) => command === sent.command)) ? sent : undefined
  const kept = sent === undefined || sent.isOvertaken ? undefined : sent.draft
  const hasPhones = record.found.some(({ kind }) => kind === 'phone')
  const paneOf = (command: FormCommand) => <CommandPane key={command} number={record.number} command={command} requestKey={key} today={today} hasPhones={hasPhones} refused={sent?.command === command ? sent : undefined} />
  const usual = commands.filter((command) => !rareCommands.includes(command))
  const rare = commands.filter((command) => rareCommands.includes(command))
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{record.text.title}</h1>
        <p className="meta">
          <a href="/publication-office">{say('back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <HeaderPane record={record} units={units} mayInterpret={edits && record.class === 'normative'} />
        </div>
        <div className="mid">
          {record.commands.includes('save') ? (
            <Pane id="save" title={wordOf('commands', 'save')}>
              <DraftForm
                action={`/publication-office/records/${record.number}`}
                hidden={{ command: 'save', key: `save-${key}`, version: (kept && sent?.version) ?? String(record.version) }}
                values={kept ?? draftValues(record)}
                isInterpretation={record.interprets !== null}
                today={today}
                refused={kept === undefined ? undefined : sent}
              />
            </Pane>
          ) : (
            <TextPane record={record} />
          )}
        </div>
        <div>
          {lost === undefined ? null : <NotGiven title={lost.title} typed={lost.draft === undefined ? typedLines(isFormCommand(lost.command) ? recordForm(lost.command).fields : [], lost.typed) : typedLines(draftLabels, lost.draft)} />}
          {commands.length === 0 ? (
            <Pane id="actions" title={say('actions')}>
              <p>{say('actions.none')}</p>
            </Pane>
          ) : null}
          {usual.map(paneOf)}
          {rare.length === 0 ? null : (
            <details open={rare.some((command) => command === sent?.command)}>
              <summary>{say('actions.rare')}</summary>
              {rare.map(paneOf)}
            </details>
          )}
          <ProgressPane record={record} events={events} />
        </div>
      </div>
    </div>
  )
}

function draftValues({ class: filed, theme, needsInterpretation, answersConcern, text }: ReturnType<typeof useLoaderData<typeof loader>>['record']) {
  const { title, summary, body, docNo, createdOn, effectiveOn, validUntil, reviewOn } = text
  return { class: filed ?? '', theme, title, summary, body, docNo: docNo ?? '', createdOn, effectiveOn: effectiveOn ?? '', validUntil: validUntil ?? '', reviewOn: reviewOn ?? '', needsInterpretation: needsInterpretation ? 'yes' : '', answersConcern: answersConcern ? 'yes' : '' }
}
