import { z } from 'zod'

// The shapes of Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2); names and order of fields are the standard's.

export const Service = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: z.string(),
  group: z.string(),
})
export type Service = z.infer<typeof Service>

/** One of the ways to answer an attribute that is a list. */
export const AttributeValue = z.object({ key: z.string(), name: z.string() })

export const Attribute = z.object({
  variable: z.boolean(),
  code: z.string(),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: z.string(),
  order: z.number().int(),
  description: z.string(),
  /** Of lists only. */
  values: z.array(AttributeValue).optional(),
})
export type Attribute = z.infer<typeof Attribute>

export const ServiceDefinition = z.object({ service_code: z.string(), attributes: z.array(Attribute) })
export type ServiceDefinition = z.infer<typeof ServiceDefinition>

/** A request as it is published; what is not told, or not known, is null. */
export const Request = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string().nullable(),
  address: z.string(),
  address_id: z.string().nullable(),
  zipcode: z.string().nullable(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.string().nullable(),
})
export type Request = z.infer<typeof Request>

export const Posted = z.object({ service_request_id: z.string(), service_notice: z.string(), account_id: z.string() })

export const RequestId = z.string().regex(/^(?:WG|RX)\d{13}$/)
export const ServiceCode = z.string().regex(/^(?:[PE]\d{4}|[a-z][a-z-]*)$/).max(60)
