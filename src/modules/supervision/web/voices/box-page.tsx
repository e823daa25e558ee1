import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { dueInstantWords, longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { gradeField, violationField } from '../command-forms.ts'
import { FormControl } from '../command-pane.tsx'
import { hallNames } from '../hall-names.ts'
import { say, wordOf } from '../text.ts'
import { typedIn, typedOf } from '../typed-form.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const shown = await call(context, 'supervision.get-opening', { number: params['number'] ?? '' })
  return { shown, key: crypto.randomUUID(), halls: await hallNames(context), units: await unitNamesFor(context) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  staffFirst(context, request)
  const { number = '' } = params
  const form = await request.formData()
  const [grade, violation] = [textOf(form, 'grade') ?? '', textOf(form, 'violation') ?? '']
  const place = Number(textOf(form, 'place'))
  const input = { number, place, reply: textOf(form, 'reply') ?? '', ...(grade !== '' && { finding: { grade, violation } }) } as InputOf<'supervision.answer-item'>
  const answer = await attempt(context, 'supervision.answer-item', input, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/supervision/boxes/${number}`, 303)
  return data({ place, title: answer.refusal.title, typed: typedOf(form) }, { status: statusOf(answer.refusal.kind) })
}

export function meta({ params }: { readonly params: { readonly number?: string } }) {
  return [{ title: say('box', { number: params.number ?? '' }) }]
}

/** One opening of a box: each item with its reply, or the form for it. */
export default function BoxPage() {
  const { shown, key, halls, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const valueOf = (place: number, name: string): string | undefined => (refused?.place === place ? typedIn(refused.typed, name) : undefined)
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('box', { number: shown.number })}</h1>
        <p className="meta">
          <a href="/supervision/boxes">{say('back')}</a>
        </p>
      </div>
      <div className="stack">
        {refused && !answerable(shown, refused.place) ? <NotGiven title={refused.title} typed={typedLines([{ name: 'reply', label: say('field.reply') }], { reply: typedIn(refused.typed, 'reply') ?? '' })} /> : null}
        <FactsList
          as="row"
          facts={[
            { term: say('column.hall'), value: halls[shown.hallId] ?? '' },
            { term: say('column.opened'), value: longDayWords(shown.day) },
            { term: say('column.openers'), value: shown.openers.map(({ name }) => name).join(say('comma')) },
            { term: say('column.state'), value: wordOf('openingStates', shown.state) },
            ...(shown.dueAt === null ? [] : [{ term: say('due.answer'), value: dueInstantWords(shown.dueAt, shown.provisional) }]),
          ]}
        />
        {shown.items.length === 0 ? <p>{say('box.empty')}</p> : null}
        {shown.items.map((item) => (
          <Pane key={item.place} id={`item-${item.place}`} title={say('box.item', { place: item.place, kind: wordOf('boxItemKinds', item.kind) })}>
            <p>{item.text}</p>
            {item.unitId === null ? null : <p className="meta">{units[item.unitId] ?? ''}</p>}
            {item.reply === null ? null : <FactsList facts={[{ term: say('field.reply'), value: item.reply }]} />}
            {answerable(shown, item.place) ? (
              <form action={`/supervision/boxes/${shown.number}`} method="post">
                {refused?.place === item.place ? <ErrorSummary title={refused.title} problems={[]} /> : null}
                <input type="hidden" name="key" value={`${item.place}-${key}`} />
                <input type="hidden" name="place" value={item.place} />
                <FormControl id={`reply-${item.place}`} name="reply" field={{ name: 'reply', label: say('field.reply'), as: 'area', hint: say('field.hint') }} value={valueOf(item.place, 'reply')} />
                {item.unitId === null ? null : (
                  <>
                    <FormControl id={`grade-${item.place}`} name="grade" field={{ ...gradeField, as: 'select', label: say('field.grade.founded'), optional: true }} value={valueOf(item.place, 'grade')} />
                    <FormControl id={`violation-${item.place}`} name="violation" field={{ ...violationField, label: say('field.violation.founded'), optional: true }} value={valueOf(item.place, 'violation')} />
                  </>
                )}
                <Actions>
                  <Button>{wordOf('openingCommands', 'answer-item')}</Button>
                </Actions>
              </form>
            ) : null}
          </Pane>
        ))}
      </div>
    </div>
  )
}

function answerable({ items, commands }: OutputOf<'supervision.get-opening'>, place: number): boolean {
  return commands.includes('answer-item') && items.some((item) => item.place === place && item.reply === null)
}
