import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { textOf, textsOf } from '#web/form-fields.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { type BulkResult, colleagues, giveInBulk } from './bulk-acts.ts'
import { bulkActOf, pickedIn, pickName } from './picked.ts'
import { say } from './text.ts'

function roomOf(request: Request): '/desk' | '/office/unit' {
  return new URL(request.url).pathname.startsWith('/desk') ? '/desk' : '/office/unit'
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  const { searchParams, pathname } = new URL(request.url)
  const act = bulkActOf(searchParams.get('act'))
  const picked = pickedIn(searchParams.getAll('pick'))
  const back = roomOf(request)
  return { act, picked, back, pathname, key: crypto.randomUUID(), people: await colleagues(context) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const act = bulkActOf(textOf(form, 'act'))
  const picked = pickedIn(textsOf(form, 'pick'))
  if (act === undefined || picked.length === 0) return redirect(roomOf(request), 303)
  const [personId, reason] = [textOf(form, 'personId') ?? '', textOf(form, 'reason') ?? '']
  const problems: readonly FieldProblem[] = act === 'transfer' && reason === '' ? [{ id: 'reason', text: say('bulk.reason.missing') }] : []
  if (problems.length > 0) return data({ act, picked, problems, personId, results: [] }, { status: 422 })
  return { act, picked, problems, personId, results: await giveInBulk(context, { act, picked, personId, reason, key: textOf(form, 'key') ?? '' }) }
}

type Loaded = Pick<Awaited<ReturnType<typeof loader>>, 'act' | 'picked'>

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: headOf(loaderData ?? { act: undefined, picked: [] }) }]
}

function headOf({ act, picked }: Loaded): string {
  return act === undefined || picked.length === 0 ? say('bulk.nothing') : say(`bulk.${act}.title`, { count: picked.length })
}

/** The same act for several cases: first what will happen and to which, then what came of each. */
export default function BulkPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { act, picked } = answered ?? loaded
  if (answered && answered.results.length > 0) return <Results results={answered.results} back={loaded.back} />
  if (act === undefined || picked.length === 0) return <NothingPicked back={loaded.back} />
  return (
    <div className="wrap">
      <DialogPage
        action={loaded.pathname}
        title={headOf({ act, picked })}
        actions={
          <>
            <Button shortcut="y">{say(`bulk.${act}`)}</Button>
            <ButtonLink href={loaded.back} kind="plain" shortcut="b">
              {say('command.back')}
            </ButtonLink>
          </>
        }
      >
        {answered ? <ErrorSummary title={say('bulk.incomplete')} problems={answered.problems} /> : null}
        <p>{say(`bulk.${act}.lead`)}</p>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="key" value={loaded.key} />
        {picked.map((one) => (
          <input key={pickName(one)} type="hidden" name="pick" value={pickName(one)} />
        ))}
        <p className="meta">{say('bulk.tails', { tails: picked.map(({ number }) => number.slice(-4)).join(say('list.pause')) })}</p>
        {act === 'transfer' ? (
          <>
            <Field id="personId" label={say('field.personId')}>
              {(ids) => <Select {...ids} name="personId" options={loaded.people} defaultValue={answered?.personId} />}
            </Field>
            <Field id="reason" label={say('field.reason.transfer')} error={answered?.problems[0]?.text}>
              {(ids) => <TextArea {...ids} name="reason" rows={2} maxLength={300} />}
            </Field>
          </>
        ) : null}
      </DialogPage>
    </div>
  )
}

function NothingPicked({ back }: { readonly back: string }) {
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{headOf({ act: undefined, picked: [] })}</h1>
      </div>
      <ButtonLink href={back} shortcut="b">
        {say('bulk.back')}
      </ButtonLink>
    </div>
  )
}

function Results({ results, back }: { readonly results: readonly BulkResult[]; readonly back: string }) {
  const refused = results.filter((one) => one.refused !== undefined)
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('bulk.done', { done: results.length - refused.length, count: results.length })}</h1>
      </div>
      {refused.length === 0 ? null : (
        <>
          <Note kind="near">{say('bulk.refused', { count: refused.length })}</Note>
          <ul className="num-l">
            {refused.map((one) => (
              <li key={pickName(one)}>
                <a href={`${back === '/desk' ? '/desk' : '/office'}/cases/${one.number}`}>{say('bulk.tail', { tail: one.number.slice(-4) })}</a> {one.refused}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt">
        <ButtonLink href={back} shortcut="b">
          {say('bulk.back')}
        </ButtonLink>
      </p>
    </div>
  )
}
