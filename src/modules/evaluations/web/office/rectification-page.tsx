import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { type ContactRead, ContactPane } from './contact-pane.tsx'
import { handlingForm, type HandlingOperation, isHandling } from './handling-forms.ts'
import { HandlingPane, ProgressPane, ReviewPane } from './rectification-panes.tsx'
import { contactPurposes, say } from './text.ts'
import { unitNames } from './unit-name.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'evaluations.get-rectification', { number: params['number'] ?? '' })
  const { caseNumber } = shown.service
  /** Who sees the number does not always see the case. */
  const opensCase = caseNumber !== null && (await attempt(context, 'cases.get-case-clock', { number: caseNumber })).ok
  return { shown, opensCase, key: crypto.randomUUID(), units: await unitNames(context, [shown.service.unitId, shown.handlingUnitId]) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { number = '' } = params
  const form = await request.formData()
  const command = textOf(form, 'command')
  if (command === 'read-contact') return readContact(context, number, textOf(form, 'purpose'))
  if (!isHandling(command)) return redirect(`/reviews/${number}`, 303)
  const { operation, fields } = handlingForm(command)
  const typed = Object.fromEntries(fields.map(({ name }) => [name, textOf(form, `${command}-${name}`) ?? '']))
  const given = Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' || !fields.find((field) => field.name === name)?.options))
  const answer = await attempt(context, operation, { number, ...given } as unknown as InputOf<HandlingOperation>, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/reviews/${number}`, 303)
  const { refusal } = answer
  const problems = refusal.fields.map(({ pointer, title }) => {
    const name = pointer.slice(1)
    return { id: `${command}-${name}`, text: say('problem', { label: fields.find((field) => field.name === name)?.label ?? name, title }) }
  })
  return data({ command, title: refusal.title, problems, typed, read: undefined }, { status: statusOf(refusal.kind) })
}

/** Name and telephone stand in the answer to this very request, and in no address. */
async function readContact(context: Readonly<RouterContextProvider>, number: string, chosen: string | undefined) {
  const { evaluatorId, readsContact } = await call(context, 'evaluations.get-rectification', { number })
  if (evaluatorId === null || !readsContact) return redirect(`/reviews/${number}`, 303)
  const purpose = contactPurposes.find((known) => known === chosen) ?? ('' as 'contact')
  const answer = await attempt(context, 'subjects.unmask', { id: evaluatorId, purpose, matterNumber: number })
  const empty = { command: 'read-contact', problems: [], typed: {} }
  if (!answer.ok) return data({ ...empty, title: answer.refusal.title, read: undefined }, { status: statusOf(answer.refusal.kind) })
  const { name, phone } = answer.value
  return data({ ...empty, title: '', read: { name, phone } satisfies ContactRead })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('title.one', { number: params.number ?? '' }) }]
}

/** One bad review on its way to being put right: contact, check, rectify, call back, close. */
export default function RectificationPage() {
  const { shown, opensCase, key, units } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const refused = sent?.read === undefined ? sent : undefined
  const commands = shown.commands.filter(isHandling)
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('title.one', { number: shown.number })}</h1>
        <p className="meta">
          <a href="/reviews">{say('back')}</a>
        </p>
      </div>
      <div className="room room-case">
        <div>
          <ReviewPane shown={shown} opensCase={opensCase} units={units} />
          <ContactPane shown={shown} read={sent?.read} refused={refused?.command === 'read-contact' ? refused.title : undefined} />
        </div>
        <div className="mid">
          <ProgressPane shown={shown} />
        </div>
        <div>
          {commands.length === 0 ? (
            <Pane id="actions" title={say('pane.actions')}>
              <p>{say('actions.none')}</p>
            </Pane>
          ) : null}
          {commands.map((command) => (
            <HandlingPane key={command} number={shown.number} command={command} idempotencyKey={key} refused={refused?.command === command ? refused : undefined} />
          ))}
        </div>
      </div>
    </div>
  )
}
