import type { FieldFault } from '#kernel/errors/refusal.ts'

/** Far deeper than any form; without a bound a hostile nesting would run the walks over an input out of stack. */
const deepest = 64
const mostFaults = 20

interface Place {
  readonly value: unknown
  readonly pointer: string
  readonly depth: number
}

/**
 * The texts of an input that PostgreSQL cannot keep: those with NUL (text and jsonb refuse U+0000) and those that are not
 * well-formed UTF-16 (a lone surrogate has no UTF-8). Names of fields count as texts; nesting beyond 64 levels is a fault of its
 * own. Bytes are left alone. At most twenty faults, in no particular order.
 */
export function findUnstorable(input: unknown): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const rest: Place[] = [{ value: input, pointer: '', depth: 0 }]
  for (let place = rest.pop(); place !== undefined && faults.length < mostFaults; place = rest.pop()) {
    const { value, pointer, depth } = place
    if (typeof value === 'string') {
      if (!isStorable(value)) faults.push({ pointer, code: 'text_not_storable' })
    } else if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      if (depth === deepest) faults.push({ pointer, code: 'nested_too_deep' })
      else for (const [name, part] of Object.entries(value)) {
        if (isStorable(name)) rest.push({ value: part, pointer: pointer + pointerPart(name), depth: depth + 1 })
        else faults.push({ pointer, code: 'text_not_storable' })
      }
    }
  }
  return faults
}

/** One step of an RFC 6901 JSON pointer. */
export function pointerPart(part: PropertyKey): string {
  return `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
