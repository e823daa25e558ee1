import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { handlingForm, type HandlingOperation, isHandling } from './handling-forms.ts'
import { HandlingPane, ProgressPane, ReviewPane } from './rectification-panes.tsx'
import { say } from './text.ts'
import { unitNames } from './unit-name.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'evaluations.get-rectification', { number: params['number'] ?? '' })
  return { shown, key: crypto.randomUUID(), units: await unitNames(context, [shown.service.unitId, shown.handlingUnitId]) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { number = '' } = params
  const form = await request.formData()
  const command = textOf(form, 'command')
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
  return data({ command, title: refusal.title, problems, typed }, { status: statusOf(refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('title.one', { number: params.number ?? '' }) }]
}

/** One bad review on its way to being put right: contact, check, rectify, call back, close. */
export default function RectificationPage() {
  const { shown, key, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
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
          <ReviewPane shown={shown} units={units} />
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
