import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors, takeEvent } from '#modules/grid/index.ts'
import { open311Errors } from '../errors.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import { Posted, ServiceCode } from '../schema.ts'
import { isOfGrid, serviceOf } from '../offers.ts'

/** A request from another system: a grid event like any other of the public, whose facts are open. The address id is that of a cell. */
export const postRequest = defineOperation({
  name: 'open311.post-request',
  summary: 'Takes a request, in the shape of Open311 GeoReport v2',
  kind: 'command',
  access: 'public',
  rate: { perMinute: 10 },
  input: z.object({
    service_code: ServiceCode,
    description: z.string().trim().min(1).max(1000),
    lat: z.coerce.number().min(3).max(54).optional(),
    long: z.coerce.number().min(73).max(136).optional(),
    address_string: z.string().trim().max(200).optional(),
    address_id: z.string().regex(/^\d{14}$/).optional(),
    first_name: z.string().trim().max(25).optional(),
    last_name: z.string().trim().max(25).optional(),
    phone: z.string().trim().regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/).optional(),
  }),
  output: Posted,
  refusals: [open311Errors.serviceUnknown, open311Errors.serviceClosed, gridErrors.placeMissing, gridErrors.placeOutside, gridErrors.cellUnknown],
  async run(ctx, { service_code: category, description, lat, long, address_string: address, address_id: cellId, first_name: first, last_name: last, phone }) {
    if (serviceOf(category) === undefined) throw new Refusal(open311Errors.serviceUnknown)
    if (!isOfGrid(category)) throw new Refusal(open311Errors.serviceClosed)
    const name = `${last ?? ''}${first ?? ''}`
    const { number, queryCode } = await takeEvent(ctx, { problem: { category, description, address, longitude: long, latitude: lat, cellId }, source: 'public', name: name === '' ? null : name, phone: phone ?? null, followed: true, openData: true })
    return { service_request_id: number, service_notice: words.notice.replace('{code}', queryCode ?? ''), account_id: '' }
  },
})
