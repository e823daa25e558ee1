import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { gradeField } from '../command-forms.ts'
import { FormControl } from '../command-pane.tsx'
import { optionsOf, say, wordOf } from '../text.ts'
import { typedIn, typedOf } from '../typed-form.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'supervision.get-sample', { number: params['number'] ?? '' })
  const texts = await Promise.all(shown.replies.map(({ id }) => attempt(context, 'supervision.get-sampled-reply', { number: shown.number, replyId: id })))
  return { shown, texts: texts.map((text) => (text.ok ? text.value : null)), key: crypto.randomUUID(), units: await unitNamesFor(context) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const form = await request.formData()
  const [grade, remark, replyId] = ['grade', 'remark', 'replyId'].map((name) => textOf(form, name) ?? '')
  const input = { number, replyId, faults: [...textsOf(form, `faults-${replyId}`)], ...(grade !== '' && { grade }), ...(remark !== '' && { remark }) } as InputOf<'supervision.check-reply'>
  const answer = await attempt(context, 'supervision.check-reply', input, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/supervision/samples/${number}`, 303)
  return data({ replyId, title: answer.refusal.title, typed: typedOf(form) }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('sample', { number: params.number ?? '' }) }]
}

/** The replies of a week that were drawn for a second look, each with what it found or its form. */
export default function SamplePage() {
  const { shown, texts, key, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const valueOf = (replyId: string, name: string): string | undefined => (refused?.replyId === replyId ? typedIn(refused.typed, name) : undefined)
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('sample.of', { from: longDayWords(shown.from), to: longDayWords(shown.to) })}</h1>
        <p className="meta">
          <a href="/supervision/samples">{say('back')}</a>
        </p>
      </div>
      <div className="stack">
        {refused && shown.replies.some(({ id, faults }) => id === refused.replyId && faults !== null) ? <NotGiven title={refused.title} typed={typedLines([{ name: 'remark', label: say('field.remark') }], { remark: typedIn(refused.typed, 'remark') ?? '' })} /> : null}
        {shown.replies.map((reply, place) => (
          <Pane key={reply.id} id={`reply-${reply.id}`} title={say('sample.reply', { kind: wordOf('repliedKinds', reply.kind), unit: units[reply.unitId] ?? '', number: reply.number })}>
            <ReplyText text={texts[place] ?? null} />
            <p className="mt-s">
              <a href={`/api/v1/draws/${reply.drawId}`}>{say('draw.check')}</a>
            </p>
            {reply.faults === null ? null : reply.faults.length === 0 ? <Tag kind="free">{say('sample.fine')}</Tag> : <p>{reply.faults.map((fault) => wordOf('replyFaults', fault)).join(say('comma'))}</p>}
            {reply.faults === null && reply.own ? <p className="meta">{say('sample.own')}</p> : null}
            {reply.faults === null && !reply.own && texts[place] && shown.commands.includes('check-reply') ? (
              <form action={`/supervision/samples/${shown.number}`} method="post">
                {refused?.replyId === reply.id ? <ErrorSummary title={refused.title} problems={[]} /> : null}
                <input type="hidden" name="key" value={`${reply.id}-${key}`} />
                <input type="hidden" name="replyId" value={reply.id} />
                <Checkboxes name={`faults-${reply.id}`} legend={say('sample.faults')} hint={say('sample.faults.hint')} options={optionsOf('replyFaults')} values={refused?.typed[`faults-${reply.id}`]} />
                <FormControl id={`grade-${reply.id}`} name="grade" field={{ ...gradeField, as: 'select', label: say('field.grade.founded'), optional: true }} value={valueOf(reply.id, 'grade')} />
                <FormControl id={`remark-${reply.id}`} name="remark" field={{ name: 'remark', label: say('field.remark'), as: 'area', hint: say('field.hint'), optional: true }} value={valueOf(reply.id, 'remark')} />
                <Actions>
                  <Button>{wordOf('sampleCommands', 'check-reply')}</Button>
                </Actions>
              </form>
            ) : null}
          </Pane>
        ))}
      </div>
    </div>
  )
}

/** What is judged, as far as the judge may read it; parts of one name, such as the opinions of several units, stand together. */
function ReplyText({ text }: { readonly text: OutputOf<'supervision.get-sampled-reply'> | null }) {
  if (text === null) return <p>{say('sample.kept')}</p>
  const parts = [...Map.groupBy(text.parts, ({ name }) => name)]
  return (
    <FactsList
      facts={[
        { term: say('sample.asked'), value: text.asked ?? say('sample.none') },
        ...parts.map(([name, several]) => ({ term: wordOf('replyParts', name), value: several.map(({ text: words }, place) => <p key={place}>{words}</p>) })),
        ...(parts.length === 0 ? [{ term: wordOf('replyParts', 'reply'), value: say('sample.none') }] : []),
      ]}
    />
  )
}
