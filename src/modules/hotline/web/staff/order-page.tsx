import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { attempt } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'
import { AppealPane, CallerPane } from './appeal-panes.tsx'
import { CommandPane } from './command-pane.tsx'
import { briefFields, type FormCommand, inOrder, isFormCommand, orderForm } from './order-forms.ts'
import { inputOf, typedAnswers, typedIn } from './order-input.ts'
import { loadOrder } from './order-loader.ts'
import { KnowledgePane, SimilarPane } from './side-panes.tsx'
import { ProgressPane } from './progress-panes.tsx'

type OrderInput = InputOf<'hotline.reply-order'>

export function loader(args: LoaderFunctionArgs) {
  return loadOrder(args)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const form = await request.formData()
  const command = textOf(form, 'command')
  if (command === 'read-caller') {
    const read = await attempt(context, 'hotline.read-caller', { number, purpose: (textOf(form, 'purpose') ?? 'contact') as 'contact' })
    if (read.ok) return data({ command, read: read.value, title: '', problems: [], typed: {} })
    return data({ command, read: null, title: read.refusal.title, problems: [], typed: {} }, { status: statusOf(read.refusal.kind) })
  }
  if (!isFormCommand(command)) return redirect(`/hotline/orders/${number}`, 303)
  const typed = { ...typedIn(command, form), ...(command === 'answer' && typedAnswers(form)) }
  const file = fileOf(form, `${command}-file`)
  const uploaded = file === undefined ? undefined : await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (uploaded?.ok === false) return data({ command, read: null, title: uploaded.refusal.title, problems: [{ id: `${command}-file`, text: uploaded.refusal.title }], typed }, { status: statusOf(uploaded.refusal.kind) })
  const input = { number, ...inputOf(command, typedIn(command, form), form), ...(uploaded?.ok && { fileIds: [uploaded.value.id] }) }
  const answer = await attempt(context, orderForm(command).operation, input as OrderInput, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(command === 'recuse' ? '/hotline/orders' : `/hotline/orders/${number}`, 303)
  const problems = problemsOf(answer.refusal, (pointer) => `${command}-${pointer.slice(1).split('/')[0] ?? ''}`)
  return data({ command, read: null, title: answer.refusal.title, problems, typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('order.title', { number: params.number ?? '' }) }]
}

/** One order: what is asked and by whom, what happened, and what the reader may do now. */
export default function OrderPage() {
  const { order, events, units, similar, articles, items, chosen, questions, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const commands = order.commands.filter(isFormCommand).filter((command) => command !== 'link')
  const { usual, rare } = inOrder(commands)
  const proposed = { category: order.category ?? order.suggestion?.classes[0]?.label ?? order.suggestion?.categories[0]?.label ?? '', mainUnitId: order.suggestion?.units[0]?.label ?? '', implementCode: chosen }
  const choices = { units: units.choices, articleId: articles.map(({ id, question }) => ({ value: id, label: question })), implementCode: items.map(({ implementCode, name }) => ({ value: implementCode, label: name })), staffId: order.colleagues.map(({ staffId, name }) => ({ value: staffId, label: name })) }
  const paneOf = (command: FormCommand) => (
    <CommandPane key={command} number={order.number} command={command} requestKey={key} secret={order.secret} refused={sent?.command === command ? sent : undefined} proposed={proposed} choices={choices} questions={questions} />
  )
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('order.title', { number: order.number })}</h1>
        <p className="meta">
          <a href="/hotline/orders">{say('order.back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <CallerPane order={order} read={sent?.read ?? undefined} refused={sent?.command === 'read-caller' && sent.read === null ? sent.title : undefined} />
          {similar !== null && (order.reach === 'reader' || order.commands.includes('link')) ? <SimilarPane order={order} similar={similar} units={units.names} requestKey={key} /> : null}
          {order.commands.includes('answer') ? <KnowledgePane order={order} articles={articles} items={items} /> : null}
        </div>
        <div className="mid">
          <AppealPane order={order} units={units.names} />
          <ProgressPane order={order} events={events} units={units.names} />
        </div>
        <div>
          {sent !== undefined && isFormCommand(sent.command) && !order.commands.includes(sent.command) ? <NotGiven title={sent.title} typed={typedLines([...orderForm(sent.command).fields, ...briefFields], sent.typed)} /> : null}
          {commands.length === 0 ? (
            <Pane id="actions" title={say('order.actions')}>
              <p>{say('order.nothing')}</p>
            </Pane>
          ) : null}
          {usual.map((command) => paneOf(command))}
          {rare.length === 0 ? null : (
            <details open={rare.some((command) => command === sent?.command)}>
              <summary>{say('order.rare')}</summary>
              {rare.map((command) => paneOf(command))}
            </details>
          )}
        </div>
      </div>
    </div>
  )
}
