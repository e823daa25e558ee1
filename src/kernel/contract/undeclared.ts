import { pointerPart } from './storable.ts'

/**
 * The members of an answer that parsing dropped because its schema does not declare them, as RFC 6901 pointers: what a row spread
 * into an answer would give away without anybody having decided so. Members that are undefined do not travel and do not count.
 */
export function findUndeclared(answer: unknown, parsed: unknown, pointer = ''): readonly string[] {
  if (!isPlain(answer) || !isPlain(parsed)) return []
  return Object.entries(answer).flatMap(([name, value]) => {
    if (value === undefined) return []
    const here = pointer + pointerPart(name)
    return name in parsed ? findUndeclared(value, parsed[name], here) : [here]
  })
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !(value instanceof Date) && !ArrayBuffer.isView(value)
}
