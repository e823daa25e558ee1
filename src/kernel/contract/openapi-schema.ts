import { z } from 'zod'

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** The shared part of an OpenAPI document into which named and recursive schemas are moved. */
export type Components = Record<string, JsonSchema>

/**
 * A zod schema as a JSON Schema for OpenAPI 3.1, as it looks on the wire. What it names or repeats within itself goes to `components`
 * under names that begin with `owner`; bytes and other values without a JSON form accept anything.
 */
export function wireSchema(schema: z.ZodType, owner: string, components: Components): JsonSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: ({ jsonSchema }) => closeTuple(jsonSchema) }) as JsonSchema
  const { $defs = {}, ...body } = plain as JsonSchema & { readonly $defs?: Readonly<Record<string, JsonSchema>> }
  const nameOf = (definition: string): string => `${owner}.${definition.replaceAll(/[^\w.-]/g, '-')}`
  const pointTo = (reference: string): string => `#/components/schemas/${reference === '#' ? owner : nameOf(reference.replace('#/$defs/', ''))}`
  for (const [definition, content] of Object.entries($defs)) components[nameOf(definition)] = redirect(content, pointTo)
  const moved = redirect(body, pointTo)
  if (!mentions(body, '#')) return moved
  components[owner] = moved
  return { $ref: pointTo('#') }
}

/** A tuple has nothing after its last member. Said by its length, because linters of OpenAPI want every array to have `items`. */
function closeTuple(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.prefixItems === undefined) return
  if (typeof schema.items !== 'object') schema.items = {}
  schema.maxItems ??= schema.prefixItems.length
}

/** The members of an object schema, also where the object is a choice or a combination of several. */
export function membersOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] as readonly JsonSchema[] | undefined) ?? [])
  const own = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined
  return Object.assign({}, ...parts.map(membersOf), own)
}

/** Whether a member must be given, in every form that the object may take. */
export function isRequired(schema: JsonSchema, member: string): boolean {
  const required = schema['required'] as readonly string[] | undefined
  if (required?.includes(member)) return true
  const all = schema['allOf'] as readonly JsonSchema[] | undefined
  if (all?.some((part) => isRequired(part, member))) return true
  const choice = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined
  return choice?.every((part) => isRequired(part, member)) ?? false
}

/** The object schema without some members: those that travel in the path. */
export function withoutMembers(schema: JsonSchema, members: readonly string[]): JsonSchema {
  const kept = (entries: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !members.includes(name)))
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties') return [keyword, kept(value as Record<string, JsonSchema>)]
      if (keyword === 'required') return [keyword, (value as readonly string[]).filter((name) => !members.includes(name))]
      if (keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf') return [keyword, (value as readonly JsonSchema[]).map((part) => withoutMembers(part, members))]
      return [keyword, value]
    }),
  )
}

function redirect(value: JsonSchema, pointTo: (reference: string) => string): JsonSchema {
  return mapReferences(value, pointTo) as JsonSchema
}

function mapReferences(value: unknown, pointTo: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, pointTo))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === '$ref' && typeof item === 'string' ? pointTo(item) : mapReferences(item, pointTo)]))
}

function mentions(value: unknown, reference: string): boolean {
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([key, item]) => (key === '$ref' ? item === reference : mentions(item, reference)))
}
