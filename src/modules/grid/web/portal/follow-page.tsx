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
import { namesFor } from '../places.ts'
import { categoryName, say, wordOf } from '../portal-text.ts'
import { Followed } from './followed.tsx'

type PageContext = Readonly<RouterContextProvider>

/** Who is signed in sees his own; a number in the address fills the field, the code is always posted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const no = new URL(request.url).searchParams.get('no') ?? ''
  const { caller } = context.get(requestContext)
  const own = caller.kind === 'person' ? (await call(context, 'grid.list-own', { limit: 50 })).items : []
  const isOwn = own.some(({ number }) => number === no)
  const found = isOwn ? await attempt(context, 'grid.get-progress', { number: no }) : undefined
  return { no, own, progress: found?.ok ? found.value : null, names: await namesFor(context, found?.ok ? [found.value.cellId] : []) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const number = (textOf(form, 'no') ?? '').replaceAll(/\s/g, '').toUpperCase()
  const code = (textOf(form, 'code') ?? '').replaceAll(/\s/g, '')
  const grade = (['satisfied', 'basicallySatisfied', 'dissatisfied'] as const).find((one) => one === textOf(form, 'grade'))
  const rated = grade === undefined ? undefined : await attempt(context, 'grid.rate-event', { number, code, grade })
  const found = await progressOf(context, number, code)
  return data({ ...found, rated: rated?.ok ?? false, problem: rated?.ok === false ? rated.refusal.title : found.problem }, { status: found.status })
}

async function progressOf(context: PageContext, number: string, code: string) {
  const answer = await attempt(context, 'grid.get-progress', { number, ...(code !== '' && { code }) })
  if (answer.ok) return { no: number, code, progress: answer.value, names: await namesFor(context, [answer.value.cellId]), problem: null, status: 200 }
  return { no: number, code, progress: null, names: null, problem: answer.refusal.kind === 'invalid' ? say('follow.unreadable') : answer.refusal.title, status: statusOf(answer.refusal.kind) }
}

export function meta() {
  return [{ title: say('follow') }]
}

/** How far a report is, what the office says, and what whoever reported thinks of it. */
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
      {progress === null ? null : <Followed progress={progress} code={sent?.code ?? ''} names={sent?.names ?? atFirst.names} />}
      <form action="/grid/follow" method="post">
        <Field id="no" label={say('column.number')} error={problem}>
          {(ids) => <TextInput {...ids} name="no" width={24} defaultValue={sent?.no ?? atFirst.no} />}
        </Field>
        <Field id="code" label={say('follow.code')} hint={say('follow.code.hint')}>
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
            rowKey={({ number }) => number}
            empty=""
            columns={[
              { key: 'number', title: say('column.number'), names: true, cell: ({ number }) => <a href={`/grid/follow?no=${number}`}>{number}</a> },
              { key: 'category', title: say('column.category'), cell: ({ category }) => categoryName(category) },
              { key: 'state', title: say('column.state'), cell: ({ state }) => wordOf('states', state) },
              { key: 'opened', title: say('column.opened'), cell: ({ openedAt }) => instantWords(openedAt) },
            ]}
          />
        </Section>
      )}
    </div>
  )
}
