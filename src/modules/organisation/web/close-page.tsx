import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { Refused } from './record-form.tsx'
import { say } from './record-text.ts'

type Context = LoaderFunctionArgs['context']
type Kind = 'unit' | 'hall' | 'window'

/** The name of what is to be closed, and the way back to it. */
async function subjectOf(context: Context, kind: Kind, id: string): Promise<{ readonly name: string; readonly back: string }> {
  if (kind === 'unit') return { name: (await call(context, 'organisation.get-unit', { unitId: id })).name, back: `/administration/units/${id}` }
  if (kind === 'hall') return { name: (await call(context, 'organisation.get-hall', { hallId: id })).name, back: `/administration/halls/${id}` }
  return { name: (await call(context, 'organisation.get-window', { windowId: id })).name, back: `/administration/windows/${id}` }
}

function kindOf(text: string | undefined): Kind {
  const kind = (['unit', 'hall', 'window'] as const).find((each) => each === text)
  if (kind === undefined) throw data(null, { status: 404 })
  return kind
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Only the administration reads the record of changes, and only it has anything to do here.
  await call(context, 'organisation.list-changes', { limit: 1 })
  const kind = kindOf(params['kind'])
  const id = params['id'] ?? ''
  return { kind, id, ...(await subjectOf(context, kind, id)), formKey: crypto.randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const kind = kindOf(params['kind'])
  const id = params['id'] ?? ''
  const reason = textOf(form, 'reason') ?? ''
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  const closed = await close(context, { kind, id, reason }, options)
  if (closed.ok) return redirect((await subjectOf(context, kind, id)).back, 303)
  const text = closed.refusal.fields.some(({ pointer }) => pointer === '/reason') ? say('check', { label: say('reason') }) : closed.refusal.title
  return data({ problems: [{ id: 'reason', text }], reason }, { status: statusOf(closed.refusal.kind) })
}

function close(context: Context, { kind, id, reason }: { readonly kind: Kind; readonly id: string; readonly reason: string }, options: { readonly idempotencyKey: string }) {
  if (kind === 'unit') return attempt(context, 'organisation.close-unit', { unitId: id, reason }, options)
  if (kind === 'hall') return attempt(context, 'organisation.close-hall', { hallId: id, reason }, options)
  return attempt(context, 'organisation.close-window', { windowId: id, reason }, options)
}

export function meta({ loaderData }: { readonly loaderData?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: say(`close.${loaderData?.kind ?? 'unit'}.title`) }]
}

/** Closing for good, as a question of its own. */
export default function ClosePage() {
  const { kind, id, name, back, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <Refused problems={refused?.problems} />
      <DialogPage
        action={`/administration/close/${kind}/${id}`}
        about={name}
        title={say(`close.${kind}.title`)}
        actions={
          <>
            <Button kind="over">{say(`close.${kind}.do`)}</Button>
            <ButtonLink kind="plain" href={back}>
              {say('back')}
            </ButtonLink>
          </>
        }
      >
        <input type="hidden" name="key" value={formKey} />
        <Field id="reason" label={say('reason')} hint={say('reason.hint')} error={refused?.problems[0]?.text}>
          {(ids) => <TextArea {...ids} name="reason" rows={3} maxLength={500} defaultValue={refused?.reason} required />}
        </Field>
        <div className="mt-s">
          <Note kind="near">{say(`close.${kind}.note`)}</Note>
        </div>
      </DialogPage>
    </div>
  )
}
