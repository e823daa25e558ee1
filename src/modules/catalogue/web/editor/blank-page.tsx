import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkboxes } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import words from '../../locales/zh-CN.json' with { type: 'json' }
import { blankItem, type ItemBasics } from './blank-item.ts'
import { itemPath } from './editor-found.ts'
import { say } from './text.ts'

type Context = Readonly<RouterContextProvider>

async function bodiesFor(context: Context) {
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return items.filter(({ kind, closed }) => !closed && (kind === 'department' || kind === 'publicUtility' || kind === 'townGovernment'))
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { unitId } = actingStaffFirst(context, request)
  const bodies = await bodiesFor(context)
  return { bodies: bodies.map(({ id, name }) => ({ value: id, label: name })), own: bodies.some(({ id }) => id === unitId) ? unitId : '' }
}

interface Typed {
  readonly department: string
  readonly basics: ItemBasics
}

function readTyped(form: FormData): Typed {
  const text = (name: string): string => textOf(form, name)?.trim() ?? ''
  const basics = {
    name: text('name'),
    itemType: (Object.hasOwn(words.itemTypes, text('itemType')) ? text('itemType') : '20') as ItemBasics['itemType'],
    basicCode: text('basicCode').replaceAll(/\s/g, ''),
    serviceObjects: textsOf(form, 'serviceObjects') as unknown as ItemBasics['serviceObjects'],
    law: text('law'),
    article: text('article'),
    conditions: text('conditions').split('\n').map((line) => line.trim()).filter((line) => line !== ''),
  }
  return { department: text('department'), basics }
}

function missingIn({ department, basics }: Typed, isBody: boolean): readonly FieldProblem[] {
  const { name, basicCode, serviceObjects, law, conditions } = basics
  return [
    ...(name === '' ? [{ id: 'name', text: say('new.name.missing') }] : []),
    ...(department !== '' && isBody ? [] : [{ id: 'department', text: say('blank.department.missing') }]),
    ...(/^\d{12}$/.test(basicCode) ? [] : [{ id: 'basicCode', text: say('new.basicCode.shape') }]),
    ...(serviceObjects.length === 0 ? [{ id: 'serviceObjects', text: say('blank.serviceObjects.missing') }] : []),
    ...(law === '' ? [{ id: 'law', text: say('blank.law.missing') }] : []),
    ...(conditions.length === 0 ? [{ id: 'conditions', text: say('blank.conditions.missing') }] : []),
  ]
}

/** Saves what was given as the first draft and leads to it; the rules say there what is still missing. */
export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const typed = readTyped(await request.formData())
  const body = (await bodiesFor(context)).find(({ id }) => id === typed.department)
  const [hall] = (await call(context, 'organisation.list-halls', { limit: 1 })).items
  const missing = missingIn(typed, body !== undefined)
  if (missing.length > 0 || body === undefined || hall === undefined) return data({ typed, problems: missing }, { status: 400 })
  const item = blankItem(typed.basics, body, hall)
  const answer = await attempt(context, 'catalogue.save-draft', { implementCode: item.implementCode, item, isNew: true })
  if (answer.ok) return redirect(itemPath(item.implementCode), 303)
  const { code, kind, title } = answer.refusal
  return data({ typed, problems: [{ id: 'basicCode', text: code === 'catalogue.item-key-taken' ? say('new.taken') : title }] }, { status: statusOf(kind) })
}

export function meta() {
  return [{ title: say('blank.title') }]
}

const typeOptions = Object.entries(words.itemTypes).map(([value, label]) => ({ value, label })).toSorted((one, other) => Number(one.value) - Number(other.value))
const objectOptions = Object.entries(words.serviceObjects).map(([value, label]) => ({ value, label }))

/** A new item from nothing: what no record can be without. Everything else is added section by section. */
export default function BlankPage() {
  const { bodies, own } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const basics = refused?.typed.basics
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <div className="wrap">
      <div className="page-h">
        <p className="meta">
          <a href="/catalogue-office">{say('blank.back')}</a>
        </p>
        <h1>{say('blank.title')}</h1>
        <p>{say('blank.lead')}</p>
      </div>
      {refused ? <ErrorSummary title={say('new.refused')} problems={refused.problems} /> : null}
      <form className="one-column" action="/catalogue-office/new" method="post">
        <Field id="name" label={say('new.name')} error={errorOf('name')}>
          {(ids) => <TextInput {...ids} name="name" width={24} maxLength={100} defaultValue={basics?.name} />}
        </Field>
        <Field id="itemType" label={say('blank.itemType')}>
          {(ids) => <Select {...ids} name="itemType" width={16} defaultValue={basics?.itemType ?? '20'} options={typeOptions} />}
        </Field>
        <Field id="department" label={say('blank.department')} hint={say('blank.department.hint')} error={errorOf('department')}>
          {(ids) => <Select {...ids} name="department" width={24} defaultValue={refused?.typed.department ?? own} options={[{ value: '', label: say('blank.choose') }, ...bodies]} />}
        </Field>
        <Field id="basicCode" label={say('new.basicCode')} hint={say('new.basicCode.hint')} error={errorOf('basicCode')}>
          {(ids) => <TextInput {...ids} name="basicCode" width={16} inputMode="numeric" autoComplete="off" maxLength={20} defaultValue={basics?.basicCode} />}
        </Field>
        <Checkboxes name="serviceObjects" legend={say('blank.serviceObjects')} error={errorOf('serviceObjects')} options={objectOptions} values={basics?.serviceObjects ?? []} />
        <Field id="law" label={say('blank.law')} hint={say('blank.law.hint')} error={errorOf('law')}>
          {(ids) => <TextInput {...ids} name="law" width={24} maxLength={200} defaultValue={basics?.law} />}
        </Field>
        <Field id="article" label={say('blank.article')} optional>
          {(ids) => <TextInput {...ids} name="article" width={16} maxLength={40} defaultValue={basics?.article} />}
        </Field>
        <Field id="conditions" label={say('blank.conditions')} hint={say('blank.conditions.hint')} error={errorOf('conditions')}>
          {(ids) => <TextArea {...ids} name="conditions" rows={4} maxLength={4000} defaultValue={basics?.conditions.join('\n')} />}
        </Field>
        <Actions>
          <Button>{say('new.do')}</Button>
          <ButtonLink kind="plain" href="/catalogue-office">
            {say('blank.back')}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}
