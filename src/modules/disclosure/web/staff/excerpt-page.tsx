import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, TextArea } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { fileOf, textOf, textsOf } from '#web/form-fields.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { say } from '../text.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const number = params['number'] ?? ''
  const fileId = new URL(request.url).searchParams.get('file')
  await call(context, 'disclosure.get-request', { number })
  if (fileId === null) return { number, fileId, pages: [], problem: undefined }
  const source = await attempt(context, 'disclosure.read-source', { number, fileId })
  return source.ok ? { number, fileId, pages: source.value.pages, problem: undefined } : { number, fileId: null, pages: [], problem: source.refusal.title }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const number = params['number'] ?? ''
  const form = await request.formData()
  const here = `/disclosure-office/requests/${number}/excerpt`
  const fileId = textOf(form, 'fileId')
  if (fileId === undefined) {
    const file = fileOf(form, 'file')
    if (file === undefined) return data({ title: say('excerpt.upload.missing'), problems: [{ id: 'file', text: say('excerpt.upload.missing') }], passages: '', chosen: [] }, { status: 400 })
    const uploaded = await attempt(context, 'kernel.upload-file', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (uploaded.ok) return redirect(`${here}?file=${uploaded.value.id}`, 303)
    return data({ title: uploaded.refusal.title, problems: [{ id: 'file', text: uploaded.refusal.title }], passages: '', chosen: [] }, { status: statusOf(uploaded.refusal.kind) })
  }
  const passages = textOf(form, 'passages') ?? ''
  const chosen = textsOf(form, 'pages')
  const lines = passages.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const made = await attempt(context, 'disclosure.make-excerpt', { number, fileId, passages: lines, pages: chosen.map(Number) })
  if (made.ok) return redirect(`/disclosure-office/requests/${number}#excerpts`, 303)
  return data({ title: made.refusal.title, problems: problemsOf(made.refusal, (pointer) => pointer.slice(1).split('/')[0] ?? ''), passages, chosen }, { status: statusOf(made.refusal.kind) })
}

export function meta() {
  return [{ title: say('excerpt') }]
}

/** An excerpt is made in two steps: the original is read, then what is not given is taken out of it. */
export default function ExcerptPage() {
  const { number, fileId, pages, problem } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const shown = sent ?? (problem === undefined ? undefined : { title: problem, problems: [{ id: 'file', text: problem }], passages: '', chosen: [] })
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('excerpt')}</h1>
        <p className="meta">
          <a href={`/disclosure-office/requests/${number}`}>{say('excerpt.back')}</a>
        </p>
      </div>
      <p>{say('excerpt.lead')}</p>
      {shown ? <ErrorSummary title={shown.title} problems={shown.problems} /> : null}
      {fileId === null ? (
        <form action={`/disclosure-office/requests/${number}/excerpt`} method="post" encType="multipart/form-data">
          <Field id="file" label={say('excerpt.upload')} hint={say('excerpt.upload.hint')} error={shown?.problems.find(({ id }) => id === 'file')?.text}>
            {(ids) => <FileInput {...ids} name="file" accept="application/pdf" />}
          </Field>
          <Actions>
            <Button>{say('excerpt.upload.submit')}</Button>
          </Actions>
        </form>
      ) : (
        <Chooser number={number} fileId={fileId} pages={pages} passages={shown?.passages ?? ''} chosen={shown?.chosen ?? []} error={shown?.problems.find(({ id }) => id === 'passages')?.text} />
      )}
    </div>
  )
}

interface ChooserProps {
  readonly number: string
  readonly fileId: string
  readonly pages: readonly string[]
  readonly passages: string
  readonly chosen: readonly string[]
  readonly error: string | undefined
}

/** The text of the original beside what is to be taken out of it. */
function Chooser({ number, fileId, pages, passages, chosen, error }: ChooserProps) {
  return (
    <div className="room room-wall">
      <Pane id="text" title={say('excerpt.text')}>
        {pages.map((text, at) => (
          <section key={`${at + 1} ${text.length}`} aria-label={say('excerpt.page', { page: at + 1 })}>
            <h3>{say('excerpt.page', { page: at + 1 })}</h3>
            {text.trim() === '' ? <p>{say('excerpt.page.empty')}</p> : text.split('\n').map((line, place) => <p key={`${place + 1} ${line}`}>{line}</p>)}
          </section>
        ))}
      </Pane>
      <Pane id="removal" title={say('excerpt.passages')}>
        <form action={`/disclosure-office/requests/${number}/excerpt?file=${fileId}`} method="post">
          <input type="hidden" name="fileId" value={fileId} />
          <Field id="passages" label={say('excerpt.passages')} hint={say('excerpt.passages.hint')} error={error} optional>
            {(ids) => <TextArea {...ids} name="passages" rows={8} defaultValue={passages} />}
          </Field>
          <Checkboxes name="pages" legend={say('excerpt.pages')} options={pages.map((_, at) => ({ value: String(at + 1), label: say('excerpt.pages.one', { page: at + 1 }) }))} values={chosen} />
          <Actions>
            <Button>{say('excerpt.submit')}</Button>
          </Actions>
        </form>
      </Pane>
    </div>
  )
}
