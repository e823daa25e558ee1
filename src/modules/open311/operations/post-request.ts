import { z } from 'zod'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors, placeOf, Problem, takeEvent } from '#modules/grid/index.ts'
import { fileAppeal, FiledAppeal, hotlineErrors } from '#modules/hotline/index.ts'
import { open311Errors } from '../errors.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import { isOfGrid, serviceOf } from '../offers.ts'
import { Posted, ServiceCode } from '../schema.ts'

const longestTitle = 60
const longestPlace = 200
const { shape: event } = Problem
const { shape: appeal } = FiledAppeal

/** What a request tells, within the limits of the page of the grid or of the hotline that takes the same. */
const Input = z
  .object({
    service_code: ServiceCode,
    description: appeal.content,
    lat: event.latitude,
    long: event.longitude,
    address_string: event.address,
    address_id: event.cellId,
    first_name: z.string().trim().max(25).optional(),
    last_name: z.string().trim().max(25).optional(),
    phone: appeal.phone,
    /** Where a picture is. The office fetches nothing from an address that somebody tells. */
    media_url: z.string().optional(),
    attribute: z.object({ kind: appeal.kind.default('other'), title: appeal.title.optional() }).default({ kind: 'other' }),
  })
  .refine(({ service_code: code, description }) => !isOfGrid(code) || event.description.safeParse(description).success, { path: ['description'] })
type Told = z.output<typeof Input>

/** A request from another system: an event of the grid or an order of the hotline like any other of the public, whose facts are open. */
export const postRequest = defineOperation({
  name: 'open311.post-request',
  summary: 'Takes a request, in the shape of Open311 GeoReport v2',
  kind: 'command',
  access: 'public',
  rate: { perMinute: 10 },
  input: Input,
  output: Posted,
  refusals: [open311Errors.serviceUnknown, gridErrors.placeMissing, gridErrors.placeOutside, gridErrors.cellUnknown, hotlineErrors.categoryUnknown],
  async run(ctx, told) {
    const { service_code: code, media_url: media } = told
    if (serviceOf(code) === undefined) throw new Refusal(open311Errors.serviceUnknown)
    const { number, queryCode } = isOfGrid(code) ? await postEvent(ctx, told) : await postOrder(ctx, told)
    return { service_request_id: number, service_notice: `${words.notice.replace('{code}', queryCode ?? '')}${media === undefined ? '' : words.mediaLeft}`, account_id: '' }
  },
})

function nameIn({ first_name: first = '', last_name: last = '' }: Told): string | undefined {
  return first === '' && last === '' ? undefined : `${last}${first}`
}

/** The address id is that of a cell. */
async function postEvent(ctx: Ctx, told: Told) {
  const { service_code: category, description, lat, long, address_string: address, address_id: cellId, phone } = told
  return takeEvent(ctx, { problem: { category, description, address, longitude: long, latitude: lat, cellId }, source: 'public', name: nameIn(told) ?? null, phone: phone ?? null, followed: true, openData: true })
}

/** A place on the map is told in words, and its town is that of the order. */
async function postOrder(ctx: Ctx, told: Told) {
  const { service_code: category, description: content, lat, long, address_string: address, address_id: cellId, phone, attribute } = told
  const point = lat === undefined || long === undefined ? '' : words.point.replace('{lat}', String(lat)).replace('{long}', String(long))
  const cell = point === '' && cellId === undefined ? undefined : (await placeOf(ctx, { longitude: long, latitude: lat, cellId })).cell
  const place = [address ?? '', point].filter((part) => part !== '').join(' ').slice(0, longestPlace)
  return fileAppeal(ctx, {
    kind: attribute.kind,
    category,
    title: attribute.title ?? titleOf(content),
    content,
    place: place === '' ? undefined : place,
    regionCode: cell?.townCode,
    // The standard has no question for it: whoever reports somebody is kept secret (H-11), as the page offers.
    secret: attribute.kind === 'report',
    channel: 'web',
    name: nameIn(told),
    phone,
  })
}

/** The beginning of the first line. */
function titleOf(content: string): string {
  return [...(content.split('\n')[0] ?? '')].slice(0, longestTitle).join('').trim()
}
