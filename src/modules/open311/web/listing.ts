import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { InputOf } from '#app'
import { attempt } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { answerError, answerList, answerOne, fileNamed, notFound } from './formats.ts'

const requestNames = { list: 'service_requests', item: 'request' } as const
const filters = ['service_request_id', 'service_code', 'start_date', 'end_date', 'status'] as const
const fields = ['service_code', 'description', 'lat', 'long', 'address_string', 'address_id', 'first_name', 'last_name', 'phone', 'media_url'] as const
const attributes = ['kind', 'title'] as const

/** GET discovery, services and requests. A filter that is told more than once is one list. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const file = fileNamed(params['file'])
  if (file?.name === 'discovery') return answerOne(file.format, 'discovery', discovery(new URL(request.url).origin, context.get(requestContext).settings.servicePhone))
  if (file?.name === 'services') {
    const answer = await attempt(context, 'open311.list-offers', {})
    return answer.ok ? answerList(file.format, { list: 'services', item: 'service' }, answer.value.items) : answerError(file.format, answer)
  }
  if (file?.name !== 'requests') return notFound()
  const { searchParams } = new URL(request.url)
  const asked = Object.fromEntries(filters.map((name) => [name, searchParams.getAll(name).filter((text) => text !== '').join(',')]).filter(([, text]) => text !== ''))
  const answer = await attempt(context, 'open311.list-requests', asked as InputOf<'open311.list-requests'>)
  return answer.ok ? answerList(file.format, requestNames, answer.value.items) : answerError(file.format, answer)
}

/** POST requests: a form, as the standard says. A key of another system's own keeps a request from being taken twice. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const file = fileNamed(params['file'])
  if (file?.name !== 'requests') return notFound()
  const form = await request.formData()
  const answered = textsIn(form, attributes, (name) => `attribute[${name}]`)
  const told = { ...textsIn(form, fields, (name) => name), ...(Object.keys(answered).length > 0 && { attribute: answered }) }
  const answer = await attempt(context, 'open311.post-request', told as InputOf<'open311.post-request'>, { idempotencyKey: request.headers.get('idempotency-key') ?? undefined })
  return answer.ok ? answerList(file.format, requestNames, [answer.value], 201) : answerError(file.format, answer)
}

/** What was told of these names; what was left empty was not. */
function textsIn(form: FormData, names: readonly string[], fieldOf: (name: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, fieldOf(name)) ?? '']).filter(([, text]) => text !== ''))
}

function discovery(origin: string, contact: string) {
  const changeset = '2026-09-01T00:00:00+08:00'
  return { changeset, contact, key_service: '', endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${origin}/open311/v2`, changeset, type: 'production', formats: ['text/xml', 'application/json'] }] }
}
