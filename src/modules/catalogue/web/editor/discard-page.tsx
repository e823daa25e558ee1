import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { findOfficeItem, itemPath } from './editor-found.ts'
import { say } from './text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const { item, versions } = await findOfficeItem(context, params)
  if (item.state !== 'DRAFT') throw redirect(itemPath(item.implementCode))
  return { name: item.name, implementCode: item.implementCode, version: item.version, isOnly: versions.length === 1, formKey: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const implementCode = params['implementCode'] ?? ''
  const answer = await attempt(context, 'catalogue.discard-draft', { implementCode, version: textOf(form, 'version') ?? '' }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(answer.value.remaining === 0 ? '/catalogue-office' : itemPath(implementCode), 303)
  return data({ title: answer.refusal.title }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('item.discard') }]
}

/** Throws a draft away, after saying what is lost. */
export default function DiscardPage() {
  const { name, implementCode, version, isOnly, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <DialogPage
        action={`${itemPath(implementCode)}/discard`}
        about={say('publish.about', { item: name, code: implementCode })}
        title={say('discard.title', { version })}
        actions={
          <>
            <Button kind="over">{say('discard.do')}</Button>
            <ButtonLink kind="plain" href={itemPath(implementCode)}>
              {say('publish.back')}
            </ButtonLink>
          </>
        }
      >
        {refused ? <ErrorSummary title={say('discard.refused')} problems={[{ id: 'main', text: refused.title }]} /> : null}
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="key" value={formKey} />
        <p>{say(isOnly ? 'discard.lead.only' : 'discard.lead')}</p>
      </DialogPage>
    </div>
  )
}
