import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { findOfficeItem, itemPath } from './editor-found.ts'
import { newItemLike } from './new-item.ts'
import { say } from './text.ts'

type Draft = InputOf<'catalogue.save-draft'>['item']

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const { item } = await findOfficeItem(context, params)
  return { name: item.name, implementCode: item.implementCode }
}

/** Saves the copy as the first draft of the new item, and leads to it. Whose code is taken comes back with what was typed. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const typed = { name: textOf(form, 'name')?.trim() ?? '', basicCode: (textOf(form, 'basicCode') ?? '').replaceAll(/\s/g, '') }
  const missing = [
    ...(typed.name === '' ? [{ id: 'name', text: say('new.name.missing') }] : []),
    ...(/^\d{12}$/.test(typed.basicCode) ? [] : [{ id: 'basicCode', text: say('new.basicCode.shape') }]),
  ]
  if (missing.length > 0) return data({ typed, problems: missing }, { status: 400 })
  const { item } = await findOfficeItem(context, params)
  const copy = newItemLike(item, typed)
  const answer = await attempt(context, 'catalogue.save-draft', { implementCode: copy.implementCode, item: copy as Draft, isNew: true })
  if (answer.ok) return redirect(itemPath(copy.implementCode), 303)
  const { code, kind, title } = answer.refusal
  return data({ typed, problems: [{ id: 'basicCode', text: code === 'catalogue.item-key-taken' ? say('new.taken') : title }] }, { status: statusOf(kind) })
}

export function meta() {
  return [{ title: say('item.new') }]
}

/** A new item begins as the copy of one that is like it: a record of hundreds of fields is not begun from nothing. */
export default function NewPage() {
  const { name, implementCode } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <DialogPage
        action={`${itemPath(implementCode)}/new`}
        title={say('new.title', { item: name })}
        actions={
          <>
            <Button>{say('new.do')}</Button>
            <ButtonLink kind="plain" href={itemPath(implementCode)}>
              {say('publish.back')}
            </ButtonLink>
          </>
        }
      >
        {refused ? <ErrorSummary title={say('new.refused')} problems={refused.problems} /> : null}
        <p>{say('new.lead')}</p>
        <Field id="name" label={say('new.name')} error={errorOf('name')}>
          {(ids) => <TextInput {...ids} name="name" maxLength={100} defaultValue={refused?.typed.name} />}
        </Field>
        <Field id="basicCode" label={say('new.basicCode')} hint={say('new.basicCode.hint')} error={errorOf('basicCode')}>
          {(ids) => <TextInput {...ids} name="basicCode" width={16} inputMode="numeric" autoComplete="off" maxLength={20} defaultValue={refused?.typed.basicCode} />}
        </Field>
      </DialogPage>
    </div>
  )
}
