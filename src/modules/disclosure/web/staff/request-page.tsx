import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { RecordFacts, type Shown } from '../request-facts.tsx'
import { StepList } from '../step-list.tsx'
import { dueWords, say, wordOf } from '../text.ts'
import { CommandPane } from './command-pane.tsx'
import { ChosenKind, KindPane } from './draft-panes.tsx'
import { answerKindOf, draftFields, type FormCommand, inOrder, isFormCommand, requestForm } from './request-forms.ts'
import { fieldOf, inputOf, typedIn } from './request-input.ts'
import { AnswerPane, ApplicantPane, ConsultationPane, LikePane } from './side-panes.tsx'

type CommandInput = InputOf<'disclosure.issue-answer'>

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const number = params['number'] ?? ''
  const shown = await call(context, 'disclosure.get-request', { number })
  const { events } = await call(context, 'disclosure.get-request-ledger', { number })
  return { shown, events, unit: (await unitNamesFor(context))[shown.unitId] ?? '', kind: new URL(request.url).searchParams.get('kind'), key: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const command = textOf(form, 'command')
  if (command === 'read-applicant') {
    const read = await attempt(context, 'disclosure.read-applicant', { number, purpose: (textOf(form, 'purpose') ?? 'contact') as 'contact' })
    if (read.ok) return data({ command, read: read.value, title: '', problems: [], typed: {} })
    return data({ command, read: null, title: read.refusal.title, problems: [], typed: {} }, { status: statusOf(read.refusal.kind) })
  }
  if (!isFormCommand(command)) return redirect(`/disclosure-office/requests/${number}`, 303)
  const typed = typedIn(command, form)
  const file = fileOf(form, `${command}-file`)
  const uploaded = file === undefined ? undefined : await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (uploaded?.ok === false) return data({ command, read: null, title: uploaded.refusal.title, problems: [{ id: `${command}-file`, text: uploaded.refusal.title }], typed }, { status: statusOf(uploaded.refusal.kind) })
  const given = inputOf(command, typed, form)
  const fileIds = [...((given['fileIds'] as readonly string[] | undefined) ?? []), ...(uploaded?.ok ? [uploaded.value.id] : [])]
  const input = { ...given, number, ...(command === 'draft-answer' && { fileIds }), ...(command === 'issue-answer' && { expectedVersion: textOf(form, 'version') }) }
  const answer = await attempt(context, requestForm(command).operation, input as CommandInput, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/disclosure-office/requests/${number}`, 303)
  return data({ command, read: null, title: answer.refusal.title, problems: problemsOf(answer.refusal, (pointer) => fieldOf(command, pointer)), typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('request', { number: params.number ?? '' }) }]
}

/** One application: what is asked and by whom, what happened, and what the reader may do now. */
export default function OfficeRequestPage() {
  const { shown, events, unit, kind: asked, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { usual, rare } = inOrder(shown.commands.filter((command) => !(command === 'issue-answer' && shown.answer?.ownDraft)))
  const proposed = proposedFor(shown)
  const kind = answerKindOf((sent?.command === 'draft-answer' ? (sent.typed as Readonly<Record<string, string>>)['kind'] : undefined) ?? asked)
  const paneOf = (command: FormCommand) => {
    if (command === 'draft-answer' && kind === undefined) return <KindPane key={command} number={shown.number} kind={proposed['draft-answer.kind']} />
    const drafting = command === 'draft-answer' && kind !== undefined ? { fields: draftFields(kind), chosen: { kind }, head: <ChosenKind number={shown.number} kind={kind} /> } : {}
    return <CommandPane key={command} number={shown.number} command={command} requestKey={key} version={shown.version} refused={sent?.command === command ? sent : undefined} choices={choicesOf(shown)} proposed={proposed} {...drafting} />
  }
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{shown.record.title ?? say('untitled')}</h1>
        <p className="meta">
          <span className="num">{shown.number}</span>　<a href="/disclosure-office">{say('room.back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <ApplicantPane shown={shown} read={sent?.read ?? undefined} refused={sent?.command === 'read-applicant' && sent.read === null ? sent.title : undefined} />
          <LikePane shown={shown} />
          <ConsultationPane shown={shown} />
        </div>
        <div className="mid">
          <Pane id="record" title={say('request.record')} meta={wordOf('states', shown.state)} beside={<Clocks shown={shown} />}>
            <RecordFacts shown={shown} unit={unit} />
          </Pane>
          <AnswerPane shown={shown} />
          <Pane id="progress" title={say('request.progress')}>
            <StepList events={events} notes={shown.notes} />
          </Pane>
        </div>
        <div>
          {sent !== undefined && isFormCommand(sent.command) && !shown.commands.includes(sent.command) ? <NotGiven title={sent.title} typed={typedLines(sent.command === 'draft-answer' && kind !== undefined ? draftFields(kind) : requestForm(sent.command).fields, sent.typed)} /> : null}
          {usual.length + rare.length === 0 ? (
            <Pane id="actions" title={say('room.actions')}>
              <p>{say('room.nothing')}</p>
            </Pane>
          ) : null}
          {usual.map((command) => paneOf(command))}
          {rare.length === 0 ? null : (
            <details open={rare.some((command) => command === sent?.command)}>
              <summary>{say('room.rare')}</summary>
              {rare.map((command) => paneOf(command))}
            </details>
          )}
        </div>
      </div>
    </div>
  )
}

function Clocks({ shown }: { readonly shown: Shown }) {
  return (
    <>
      {shown.clocks.map((clock) => (
        <ClockBadge key={clock.name} state={clock.dueAt === null ? 'stop' : clock.overdue ? 'over' : 'run'}>
          {wordOf('clocks', clock.name)} {dueWords(clock)}
        </ClockBadge>
      ))}
    </>
  )
}

function choicesOf({ consultations, excerpts }: Shown) {
  return {
    consultationId: consultations.filter(({ opinion }) => opinion === null).map(({ id, kind, party }) => ({ value: id, label: `${wordOf('askedKinds', kind)}：${party ?? ''}` })),
    fileIds: excerpts.map(({ fileId, name }) => ({ value: fileId, label: name })),
  }
}

/** The application as it stands to be made clear, and the answer that repeats one most likely. */
function proposedFor({ record, answer, like }: Shown): Readonly<Record<string, string>> {
  const drafted = Object.entries(answer ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[`draft-answer.${name}`, value] as const] : []))
  const earlier = like.find(({ sameApplicant, answered }) => sameApplicant && answered)?.number
  return {
    'clarify.record-title': record.title ?? '',
    'clarify.record-docNo': record.docNo ?? '',
    'clarify.record-features': record.features ?? '',
    ...(earlier !== undefined && { 'draft-answer.kind': 'repeated', 'draft-answer.earlierNumber': earlier }),
    ...Object.fromEntries(drafted),
  }
}
