const deepest = 64

/**
 * The one JSON text of a value by RFC 8785: members sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Throws TypeError, naming the JSON pointer, for what JSON would drop or distort: undefined (in members too), NaN, infinities,
 * bigint, functions, lone surrogates, sparse arrays, objects of a class (a Date), and more than 64 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0)
}

function write(value: unknown, pointer: string, depth: number): string {
  if (depth > deepest) throw new TypeError(`More than ${deepest} levels at ${pointer}`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value, pointer)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown, index) => write(item, `${pointer}/${index}`, depth + 1)).join(',')}]`
  }
  if (isPlainObject(value)) {
    const members = Object.keys(value).sort().map((name) => {
      const inside = `${pointer}/${name}`
      return `${writeString(name, inside)}:${write(value[name], inside, depth + 1)}`
    })
    return `{${members.join(',')}}`
  }
  throw new TypeError(`No canonical JSON for ${typeof value} at "${pointer}"`)
}

function writeString(text: string, pointer: string): string {
  if (!text.isWellFormed()) throw new TypeError(`Lone surrogate at "${pointer}"`)
  return JSON.stringify(text)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
