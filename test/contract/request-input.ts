import { z } from 'zod'
import type { Operation } from '#kernel/contract/operation.ts'

type Schema = Readonly<Record<string, unknown>>

/** Field values that a JSON schema cannot tell: the next one that fits a field of this name. */
export type FieldValues = Readonly<Record<string, unknown>>

/**
 * The smallest input that an operation takes: its first example, else every required field made from its schema, with `values`
 * in place of what the schema leaves open. Throws, naming the operation, if that does not fit: then it needs a value.
 */
export function smallestInput(operation: Operation, values: FieldValues): Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const input = { ...(made(schema, '', values) as Record<string, unknown>), ...(operation.examples?.[0]?.input as Record<string, unknown> | undefined), ...valuesOf(schema, values) }
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
