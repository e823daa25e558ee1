import { z } from 'zod'
import type { Caller } from '#kernel/access/caller.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import { getItemInForce } from '#modules/catalogue/index.ts'
import { foodLicence } from '#test/harness/cases.ts'
import type { DoorRequest } from '#test/harness/doors.ts'
import type { TestOffice } from '#test/harness/office.ts'

type Schema = Readonly<Record<string, unknown>>

/** Field values that a JSON schema cannot tell: the next one that fits a field of this name. */
export type FieldValues = Readonly<Record<string, unknown>>

/** What a schema cannot tell: identifiers of the shipped catalogue and of the office. */
export async function knownValues(office: TestOffice): Promise<FieldValues> {
  const { item } = await getItemInForce(office.app.db, foodLicence.implementCode, '2026-09-07')
  // A draft is a whole item without what publishing gives it.
  const { state: _state, version: _version, effectiveFrom: _from, effectiveTo: _to, ...draft } = item
  return { implementCode: foodLicence.implementCode, unitId: foodLicence.unit, key: 'zhang-xiaomei', before: 1, after: 1, version: 1, year: 2026, bytes: Buffer.from('%PDF-1.4\n%%EOF\n'), item: draft }
}

/** An input as the HTTP request that carries it: path, then query or body. */
export function requestOf({ name, http }: Operation, input: FieldValues, as: Caller): [method: string, path: string, request: DoorRequest] {
  if (http === undefined) throw new Error(`${name} is not served`)
  const { bytes, ...rest } = input
  const inPath = new Set<string>()
  const path = http.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    inPath.add(field)
    return encodeURIComponent(String(rest[field]))
  })
  const others = Object.entries(rest).filter(([field]) => !inPath.has(field))
  if (http.method !== 'GET' && http.method !== 'DELETE' && http.body !== 'bytes') return [http.method, path, { as, json: Object.fromEntries(others) }]
  const query = new URLSearchParams(others.map(([field, value]) => [field, String(value)])).toString()
  return [http.method, query === '' ? path : `${path}?${query}`, { as, ...(http.body === 'bytes' && { body: bytes as Uint8Array<ArrayBuffer> }) }]
}

/**
 * The smallest input that an operation takes: its first example, else every required field made from its schema, with `known`
 * values for what the schema leaves open; the fields of `record` stand above both. Throws, naming the operation, if that does
 * not fit: then it needs a value.
 */
export function smallestInput(operation: Operation, known: FieldValues, record: FieldValues = {}): Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const input = { ...(made(schema, '', { ...known, ...record }) as Record<string, unknown>), ...(operation.examples?.[0]?.input as Record<string, unknown> | undefined), ...valuesOf(schema, record) }
  const { success, error } = operation.input.safeParse(input)
  if (!success) throw new Error(`${operation.name} has no recipe: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  return input
}

/** Of the values, those that the operation has a field for. */
function valuesOf(schema: Schema, values: FieldValues): FieldValues {
  const fields = new Set(Object.keys((schema['properties'] as Schema | undefined) ?? {}))
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields.has(name)))
}

function made(schema: Schema, name: string, values: FieldValues): unknown {
  if (name in values) return values[name]
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const choice = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choice)) return made(choice[0] as Schema, name, values)
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(((schema['required'] as string[] | undefined) ?? []).map((field) => [field, made(((schema['properties'] as Schema)[field] ?? {}) as Schema, field, values)]))
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => made((schema['items'] ?? {}) as Schema, name, values))
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 1), 1)
    case 'boolean':
      return false
    default:
      return textOf(schema)
  }
}

function textOf(schema: Schema): string {
  if (schema['format'] === 'date') return '2026-09-21'
  if (schema['format'] === 'uuid') return '01999999-0000-7000-8000-000000000000'
  return '核'.repeat(Math.max(Number(schema['minLength'] ?? 1), 1))
}
