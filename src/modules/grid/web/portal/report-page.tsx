import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type RouterContextProvider, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { attempt, call } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { problemsOf, statusOf } from '#web/refusals.ts'
import gridStyles from '../grid.css?url'
import { LiveMap } from '../map/live-map.tsx'
import { liveMapHref } from '../map/live-map-href.ts'
import { mapShape } from '../map-shape.ts'
import { communitiesOf, townsFor } from '../places.ts'
import { categoryOptions, cellWords, say } from '../portal-text.ts'
import { ComponentStep, TownStep } from './place-steps.tsx'
import { Reported } from './reported.tsx'

type PageContext = Readonly<RouterContextProvider>

const names = ['category', 'description', 'componentCode', 'address', 'name', 'phone', 'open'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const towns = await townsFor(context)
  const town = towns.find(({ code }) => code === searchParams.get('town')) ?? null
  const place = town === null ? null : await placeIn(context, town.code, searchParams)
  const communities = town === null ? [] : await communitiesOf(context, town.code)
  const cells = town === null ? [] : await cellsOf(context, town.code)
  const component = searchParams.get('component')?.replaceAll(/\s/g, '') ?? ''
  return { towns, town, component, place, size: place?.size ?? null, communities: Object.fromEntries(communities.map(({ code, name }) => [code, name])), cells, outside: place?.outside ?? false, key: crypto.randomUUID() }
}

/** Where a click on the picture or on the map was, or which cell was chosen from the list. */
async function placeIn(context: PageContext, townCode: string, asked: URLSearchParams) {
  const shape = mapShape((await call(context, 'grid.get-map', { townCode })).features)
  const size = { width: shape.width, height: shape.height }
  const [x, y] = numbersOf(asked, 'at.x', 'at.y')
  const [longitude, latitude] = numbersOf(asked, 'longitude', 'latitude')
  const onMap = longitude !== undefined && latitude !== undefined ? { longitude, latitude } : null
  const clicked = x !== undefined && y !== undefined ? shape.placeAt(x, y) : onMap
  const found = clicked === null ? undefined : await attempt(context, 'grid.find-cell', clicked)
  if (found?.ok && clicked !== null && found.value.townCode === townCode) return { size, cellId: found.value.id, point: clicked, outside: false }
  return { size, cellId: asked.get('cell'), point: null, outside: clicked !== null }
}

/** The address under which the page knows the place again, to the point where one was clicked. */
function placeHref(cellId: string, point: { readonly longitude: number; readonly latitude: number } | null): string {
  const at = point === null ? '' : `&longitude=${point.longitude}&latitude=${point.latitude}`
  return `/grid/report?town=${cellId.slice(0, 9)}&cell=${cellId}${at}`
}

function numbersOf(asked: URLSearchParams, ...names: readonly string[]): readonly (number | undefined)[] {
  return names.map((name) => {
    const text = asked.get(name)
    return text === null || !Number.isFinite(Number(text)) ? undefined : Number(text)
  })
}

async function cellsOf(context: PageContext, townCode: string): Promise<readonly string[]> {
  return (await call(context, 'grid.get-map', { townCode })).features.map(({ id }) => id)
}

/** The receipt is the answer to the form: sending it again gives the same number, and the code stands in no address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? '']))
  const told = Object.fromEntries((['address', 'name', 'phone', 'cellId', 'longitude', 'latitude'] as const).flatMap((name) => (textOf(form, name) ? [[name, textOf(form, name)]] : [])))
  const componentCode = typed['componentCode']?.replaceAll(/\s/g, '')
  const key = textOf(form, 'key')
  const answer = await attempt(context, 'grid.report-problem', { category: typed['category'] ?? '', description: typed['description'] ?? '', openData: typed['open'] === 'yes', ...told, ...(componentCode && { componentCode }) }, { idempotencyKey: key })
  if (!answer.ok) return data({ reported: null, typed, photo: null, title: answer.refusal.title, problems: problemsOf(answer.refusal) }, { status: statusOf(answer.refusal.kind) })
  const { number, queryCode: code } = answer.value
  const file = fileOf(form, 'photo')
  const kept = file === undefined ? undefined : await attempt(context, 'grid.attach-photo', { number, code, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, { idempotencyKey: `${key ?? number}-photo` })
  return data({ reported: { number, code }, typed, photo: kept?.ok === false ? kept.refusal.title : null, title: '', problems: [] })
}

export const handle: PageHandle = { script: liveMapHref }

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta() {
  return [{ title: say('report') }]
}

/**
 * 我要上报: the street, the place by a click on the map or from the list, or the code on the thing itself, and what is wrong there. Works
 * without scripts: the map is a button then.
 */
export default function ReportPage() {
  const { towns, town, component, place, size, communities, cells, outside, key } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  if (sent?.reported) return <Reported {...sent.reported} photo={sent.photo} />
  const errorOf = (id: string): string | undefined => sent?.problems.find((problem) => problem.id === id)?.text
  const cellId = place?.cellId ?? ''
  const isCode = /^\d{16}$/.test(component)
  const proposed = sent?.typed['category'] ?? (isCode ? `P${component.slice(6, 10)}` : '')
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('report')}</h1>
        <p>{say('report.lead')}</p>
      </div>
      {sent ? <ErrorSummary title={sent.title} problems={sent.problems} /> : null}
      {isCode ? null : <TownStep towns={towns} chosen={town?.code} />}
      {town === null || size === null ? null : (
        <form className="grid-step" action="/grid/report" method="get">
          <input type="hidden" name="town" value={town.code} />
          <p>{say('report.click')}</p>
          {outside ? <p className="err">{say('report.outside')}</p> : null}
          <LiveMap label={say('find.map', { town: town.name })} town={town.code} clickHref={`/grid/report?town=${town.code}`}>
            <input className="grid-click" type="image" name="at" src={`/grid/map.svg?town=${town.code}`} width={size.width} height={size.height} alt={say('report.click')} />
          </LiveMap>
          <Field id="cell" label={say('report.or-choose')}>
            {(ids) => <Select {...ids} name="cell" width={24} defaultValue={cellId} options={[{ value: '', label: say('choose') }, ...cells.map((id) => ({ value: id, label: cellWords(id, communities[id.slice(0, 12)]) }))]} />}
          </Field>
          <Actions>
            <Button kind="second">{say('report.choose-cell')}</Button>
          </Actions>
        </form>
      )}
      {isCode || (town !== null && cellId !== '') ? null : <ComponentStep typed={component} />}
      {!isCode && cellId === '' ? null : (
        <form action={isCode ? `/grid/report?component=${component}` : placeHref(cellId, place?.point ?? null)} className="grid-step" method="post" encType="multipart/form-data">
          <input type="hidden" name="key" value={key} />
          {isCode ? null : <input type="hidden" name="cellId" value={cellId} />}
          {place?.point ? (
            <>
              <input type="hidden" name="longitude" value={place.point.longitude} />
              <input type="hidden" name="latitude" value={place.point.latitude} />
            </>
          ) : null}
          {isCode ? (
            <Field id="componentCode" label={say('report.component')} error={errorOf('componentCode')}>
              {(ids) => <TextInput {...ids} name="componentCode" width={24} inputMode="numeric" maxLength={24} defaultValue={sent?.typed['componentCode'] ?? component} />}
            </Field>
          ) : (
            <FactsList facts={[{ term: say('report.place'), value: cellWords(cellId, communities[cellId.slice(0, 12)]) }]} />
          )}
          <Field id="category" label={say('column.category')} error={errorOf('category')}>
            {(ids) => <Select {...ids} name="category" width={24} defaultValue={proposed} options={[{ value: '', label: say('choose') }, ...categoryOptions()]} />}
          </Field>
          <Field id="description" label={say('report.description')} hint={say('report.description.hint')} error={errorOf('description')}>
            {(ids) => <TextArea {...ids} name="description" rows={4} maxLength={1000} defaultValue={sent?.typed['description']} />}
          </Field>
          <Field id="address" label={say('report.address')} error={errorOf('address')} optional>
            {(ids) => <TextInput {...ids} name="address" maxLength={200} defaultValue={sent?.typed['address']} />}
          </Field>
          <Field id="photo" label={say('report.photo')} hint={say('report.photo.hint')} optional>
            {(ids) => <FileInput {...ids} name="photo" accept="image/jpeg,image/png,image/webp" />}
          </Field>
          <Field id="name" label={say('report.name')} error={errorOf('name')} optional>
            {(ids) => <TextInput {...ids} name="name" width={16} autoComplete="name" defaultValue={sent?.typed['name']} />}
          </Field>
          <Field id="phone" label={say('report.phone')} hint={say('report.phone.hint')} error={errorOf('phone')} optional>
            {(ids) => <TextInput {...ids} name="phone" width={16} type="tel" autoComplete="tel" defaultValue={sent?.typed['phone']} />}
          </Field>
          <Checkbox name="open" label={say('report.open')} hint={say('report.open.hint')} checked={sent?.typed['open'] === 'yes'} />
          <Actions>
            <Button>{say('report.submit')}</Button>
          </Actions>
        </form>
      )}
    </div>
  )
}
