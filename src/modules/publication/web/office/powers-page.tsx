import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { say, wordOf } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'
import { PowerForm, typedPower } from './power-form.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const edited = staff.roles.find(({ role }) => role === 'publicationEditor')?.unitId
  const unitId = edited ?? staff.unitId
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await call(context, 'publication.list-powers', { unitId, limit: 50, ...(cursor !== null && { cursor }) })
  return { ...page, unitId, edits: edited !== undefined, units: await unitNamesFor(context), key: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = staffFirst(context, request)
  const unitId = staff.roles.find(({ role }) => role === 'publicationEditor')?.unitId ?? staff.unitId
  const form = await request.formData()
  const idempotencyKey = textOf(form, 'key')
  if (textOf(form, 'act') === 'draw') {
    await call(context, 'publication.draw-powers', { unitId }, { idempotencyKey })
    return redirect('/publication-office/powers', 303)
  }
  const typed = typedPower(form)
  const answer = await attempt(context, 'publication.list-power', { ...typed, implementCode: typed.implementCode || null, unitId } as InputOf<'publication.list-power'>, { idempotencyKey })
  if (answer.ok) return redirect(`/publication-office/powers/${answer.value.id}`, 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), typed }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('powers') }]
}

/** The list of one's own unit, what the catalogue can add to it, and the form for an entry that the catalogue does not know. */
export default function PowersPage() {
  const { items, nextCursor, unitId, edits, units, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('powers.of', { unit: units[unitId] ?? '' })}</h1>
        {edits ? (
          <form action="/publication-office/powers" method="post">
            <input type="hidden" name="act" value="draw" />
            <input type="hidden" name="key" value={`draw-${key}`} />
            <Button kind="plain">{say('powers.draw')}</Button>
          </form>
        ) : null}
      </div>
      <OfficeTabs current="/publication-office/powers" />
      <Table
        caption={say('powers.list')}
        captionHidden
        rows={items}
        rowKey={(power) => power.id}
        empty={say('powers.none')}
        columns={[
          { key: 'name', title: say('power.name'), names: true, cell: (power) => <a href={`/publication-office/powers/${power.id}`}>{power.name}</a> },
          { key: 'type', title: say('power.type'), cell: (power) => wordOf('powerTypes', power.type) },
          { key: 'version', title: say('power.version'), numeric: true, cell: (power) => power.version },
          { key: 'change', title: say('power.change'), cell: (power) => wordOf('powerChanges', power.change) },
          { key: 'item', title: say('power.item'), cell: (power) => (power.implementCode === null ? say('none') : <a href={`/services/${power.implementCode}`}>{say('power.item.open')}</a>) },
        ]}
      />
      <ListPages summary={say('powers.page', { count: items.length })} base="/publication-office/powers" nextCursor={nextCursor} />
      {edits ? (
        <Section id="new" title={say('power.new')}>
          <PowerForm action="/publication-office/powers" hidden={{ key: `new-${key}` }} values={refused?.typed ?? {}} button={say('power.list')} refused={refused} />
        </Section>
      ) : null}
    </div>
  )
}
