import { Ajv, type AnySchema, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

// The answers of Open311 GeoReport v2 as JSON Schema, with the facts of the public schemas (src/modules/open311/README.md says which and when):
// what has to be there, what may be null, and the forms of instants and addresses. They leave other fields free; here there may be none, so that
// nothing is told that the standard does not know.

const text = { type: 'string' } as const
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const instant = { type: 'string', format: 'date-time' } as const

function object(required: readonly string[], properties: Readonly<Record<string, object>>): AnySchema {
  return { type: 'object', required: [...required], properties, additionalProperties: false }
}

const service = object(['service_code', 'service_name', 'metadata', 'type'], {
  service_code: text,
  service_name: text,
  description: orNull(text),
  metadata: { type: 'boolean' },
  type: { enum: ['realtime', 'batch', 'blackbox'] },
  keywords: orNull(text),
  group: orNull(text),
})

const value = object(['key', 'name'], { key: text, name: text })
const attribute = object(['variable', 'code', 'datatype', 'required'], {
  variable: { type: 'boolean' },
  code: text,
  datatype: { enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] },
  required: { type: 'boolean' },
  datatype_description: orNull(text),
  order: orNull({ type: 'integer' }),
  description: orNull(text),
  values: { type: 'array', items: value },
})

const request = object(['service_request_id', 'status', 'service_code', 'requested_datetime'], {
  service_request_id: text,
  status: { enum: ['open', 'closed'] },
  status_notes: orNull(text),
  service_name: orNull(text),
  service_code: text,
  description: orNull({ type: 'string', maxLength: 4000 }),
  agency_responsible: orNull(text),
  service_notice: orNull(text),
  requested_datetime: instant,
  updated_datetime: orNull(instant),
  expected_datetime: orNull(instant),
  address: orNull(text),
  address_id: orNull(text),
  zipcode: orNull(text),
  lat: orNull({ type: 'number' }),
  long: orNull({ type: 'number' }),
  media_url: orNull({ type: 'string', format: 'uri' }),
})

/** What a POST answers has no schema of its own among the public ones: these are the fields of its description, of which the number is given at once here. */
const posted = object(['service_request_id'], { service_request_id: text, token: text, service_notice: text, account_id: text })

const schemas = {
  services: { type: 'array', items: service },
  definition: object(['service_code', 'attributes'], { service_code: text, attributes: { type: 'array', items: attribute } }),
  requests: { type: 'array', items: request },
  posted: { type: 'array', minItems: 1, maxItems: 1, items: posted },
} as const satisfies Record<string, AnySchema>

const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const checks = new Map<string, ValidateFunction>(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]))

/** What in an answer is not as GeoReport v2 has it, in words; nothing if it conforms. */
export function faultsOf(schema: keyof typeof schemas, answer: unknown): readonly string[] {
  const check = checks.get(schema)
  if (check === undefined || check(answer)) return []
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}
