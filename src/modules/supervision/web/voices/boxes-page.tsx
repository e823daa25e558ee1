import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { hallNames } from '../hall-names.ts'
import { listQuestion } from '../list-question.ts'
import { SimpleList } from '../simple-list.tsx'
import { optionsOf, say, wordOf } from '../text.ts'
import { typedIn, typedOf } from '../typed-form.ts'

const places = [1, 2, 3, 4, 5] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { page, roles } = listQuestion(context, request)
  return { ...(await call(context, 'supervision.list-openings', page)), roles, key: crypto.randomUUID(), halls: await hallNames(context), units: await unitNamesFor(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const openers = (textOf(form, 'openers') ?? '').split(/[\s,，、]+/).filter((id) => id !== '')
  const items = places.flatMap((place) => {
    const text = textOf(form, `text-${place}`) ?? ''
    const unitId = textOf(form, `unit-${place}`) ?? ''
    return text === '' ? [] : [{ kind: textOf(form, `kind-${place}`) ?? '', text, ...(unitId !== '' && { unitId }) }]
  })
  const input = { hallId: textOf(form, 'hallId') ?? '', openers, items } as InputOf<'supervision.record-opening'>
  const answer = await attempt(context, 'supervision.record-opening', input, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/supervision/boxes/${answer.value.number}`, 303)
  return data({ title: answer.refusal.title, typed: typedOf(form) }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('boxes') }]
}

/** 意见箱开箱记录: the log of openings, and the form of a new one. */
export default function BoxesPage() {
  const { items, nextCursor, roles, key, halls, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const valueOf = (name: string): string | undefined => typedIn(refused?.typed, name)
  return (
    <SimpleList
      title={say('boxes')}
      path="/supervision/boxes"
      roles={roles}
      nextCursor={nextCursor}
      rows={items}
      rowKey={(row) => row.number}
      empty={say('boxes.none')}
      columns={[
        { key: 'hall', title: say('column.hall'), names: true, cell: (row) => <a href={`/supervision/boxes/${row.number}`}>{halls[row.hallId] ?? ''}</a> },
        { key: 'day', title: say('column.opened'), cell: (row) => longDayWords(row.day) },
        { key: 'openers', title: say('column.openers'), numeric: true, cell: (row) => row.openers.length },
        { key: 'items', title: say('column.items'), numeric: true, cell: (row) => row.items },
        { key: 'replied', title: say('column.replied'), numeric: true, cell: (row) => row.replied },
        { key: 'state', title: say('column.state'), cell: (row) => wordOf('openingStates', row.state) },
      ]}
    >
      {roles.includes('inspector') ? (
        <Section id="new" title={say('boxes.new')}>
          {refused ? <ErrorSummary title={refused.title} problems={[]} /> : null}
          <form action="/supervision/boxes" method="post">
            <input type="hidden" name="key" value={key} />
            <Field id="hallId" label={say('column.hall')}>
              {(ids) => <Select {...ids} name="hallId" width={24} defaultValue={valueOf('hallId')} options={Object.entries(halls).map(([value, label]) => ({ value, label }))} />}
            </Field>
            <Field id="openers" label={say('column.openers')} hint={say('boxes.openers.hint')}>
              {(ids) => <TextInput {...ids} name="openers" width={24} defaultValue={valueOf('openers')} />}
            </Field>
            <details open={places.some((place) => valueOf(`text-${place}`))}>
              <summary>{say('boxes.items')}</summary>
              {places.map((place) => (
                <div key={place}>
                  <Field id={`kind-${place}`} label={say('boxes.item.kind', { place })}>
                    {(ids) => <Select {...ids} name={`kind-${place}`} width={8} defaultValue={valueOf(`kind-${place}`)} options={optionsOf('boxItemKinds')} />}
                  </Field>
                  <Field id={`unit-${place}`} label={say('column.unit')} optional>
                    {(ids) => <Select {...ids} name={`unit-${place}`} width={16} defaultValue={valueOf(`unit-${place}`)} options={[{ value: '', label: say('choose') }, ...Object.entries(units).map(([value, label]) => ({ value, label }))]} />}
                  </Field>
                  <Field id={`text-${place}`} label={say('field.content')} hint={say('field.hint')} optional>
                    {(ids) => <TextArea {...ids} name={`text-${place}`} rows={2} maxLength={1000} defaultValue={valueOf(`text-${place}`)} />}
                  </Field>
                </div>
              ))}
            </details>
            <Actions>
              <Button>{say('boxes.new')}</Button>
            </Actions>
          </form>
        </Section>
      ) : null}
    </SimpleList>
  )
}
