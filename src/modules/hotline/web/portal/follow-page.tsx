import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { say, wordOf } from './text.ts'
import { unitsFor } from '../unit-names.ts'
import { Followed } from './followed.tsx'

type PageContext = Readonly<RouterContextProvider>

/** Who is signed in sees his own; a number in the address fills the field, the code is always posted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const no = new URL(request.url).searchParams.get('no') ?? ''
  const { caller } = context.get(requestContext)
  const own = caller.kind === 'person' ? (await call(context, 'hotline.list-own', { limit: 50 })).items : []
  const shown = caller.kind === 'person' && own.some(({ number }) => number === no) ? await attempt(context, 'hotline.get-progress', { number: no }) : undefined
  return { no, own, progress: shown?.ok ? shown.value : null, units: (await unitsFor(context)).names }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const number = (textOf(form, 'no') ?? '').replaceAll(/\s/g, '').toUpperCase()
  const code = (textOf(form, 'code') ?? '').replaceAll(/\s/g, '')
  const satisfaction = (['satisfied', 'basicallySatisfied', 'dissatisfied'] as const).find((one) => one === textOf(form, 'satisfaction'))
  if (textOf(form, 'act') === 'rate' && satisfaction !== undefined) {
    const text = textOf(form, 'text')
    const rated = await attempt(context, 'hotline.rate-order', { number, code, satisfaction, solved: textOf(form, 'solved') === 'yes', ...(text && { text }) })
    if (!rated.ok) return data({ no: number, code, progress: null, rated: false, problem: rated.refusal.title }, { status: statusOf(rated.refusal.kind) })
    return data({ ...(await progressOf(context, number, code)), rated: true })
  }
  const found = await progressOf(context, number, code)
  return data({ ...found, rated: false }, { status: found.status })
}

async function progressOf(context: PageContext, number: string, code: string) {
  const answer = await attempt(context, 'hotline.get-progress', { number, ...(code !== '' && { code }) })
  if (answer.ok) return { no: number, code, progress: answer.value, problem: null, status: 200 }
  return { no: number, code, progress: null, problem: answer.refusal.kind === 'invalid' ? say('follow.unreadable') : answer.refusal.title, status: statusOf(answer.refusal.kind) }
}

export function meta() {
  return [{ title: say('follow') }]
}

/** How far an appeal is, what was replied, and what the caller thinks of it. */
export default function FollowPage() {
  const atFirst = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const progress = sent?.progress ?? atFirst.progress
  const problem = sent?.problem ?? undefined
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('follow')}</h1>
        <p>{say('follow.lead')}</p>
      </div>
      {problem === undefined ? null : <ErrorSummary title={say('follow.not-found')} problems={[{ id: 'no', text: problem }]} />}
      {sent?.rated ? <p className="note note-accent">{say('follow.rated')}</p> : null}
      {progress === null ? null : <Followed progress={progress} code={sent?.code ?? ''} units={atFirst.units} />}
      <form action="/appeals" method="post">
        <Field id="no" label={say('filed.number')} error={problem}>
          {(ids) => <TextInput {...ids} name="no" width={24} defaultValue={sent?.no ?? atFirst.no} />}
        </Field>
        <Field id="code" label={say('filed.code')} hint={say('follow.code.hint')}>
          {(ids) => <TextInput {...ids} name="code" width={8} inputMode="numeric" autoComplete="off" />}
        </Field>
        <Actions>
          <Button>{say('follow.submit')}</Button>
        </Actions>
      </form>
      {atFirst.own.length === 0 ? null : (
        <Section id="own" title={say('follow.own')}>
          <Table
            caption={say('follow.own')}
            captionHidden
            rows={atFirst.own}
            rowKey={(row) => row.number}
            empty=""
            columns={[
              { key: 'title', title: say('file.title'), names: true, cell: (row) => <a href={`/appeals?no=${row.number}`}>{row.title ?? row.number}</a> },
              { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
              { key: 'opened', title: say('column.opened'), cell: (row) => instantWords(row.openedAt) },
            ]}
          />
        </Section>
      )}
    </div>
  )
}
