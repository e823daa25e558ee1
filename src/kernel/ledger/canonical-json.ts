const deepest = 64

/**
 * The one JSON text of a value by RFC 8785: members sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Throws TypeError, naming the JSON pointer, for what JSON would drop or distort: undefined (in members too), NaN, infinities,
 * bigint, functions, lone surrogates, sparse arrays, objects of a class (a Date), and more than 64 levels.
 */
export function canonicalJson(value: unknown): string {
  return writeWhole(value, 0) ?? write(value, '', 0)
}

/** Texts that JSON writes as they are. */
const plainText = /^[ !#-[\]-~\u00a0-\ud7ff\ue000-\uffff]*$/

/** The text of a value in which nothing is wrong; undefined if something is, which `write` then finds and names. Every event is hashed over this. */
function writeWhole(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return plainText.test(value) ? `"${value}"` : value.isWellFormed() ? JSON.stringify(value) : undefined
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined
  if (value === null || typeof value === 'boolean') return String(value)
  if (depth > deepest) return undefined
  if (Array.isArray(value)) return writeItems(value, depth)
  return isPlainObject(value) ? writeMembers(value, depth) : undefined
}

function writeItems(items: readonly unknown[], depth: number): string | undefined {
  let text = ''
  for (let index = 0; index < items.length; index++) {
    const item = writeWhole(items[index], depth + 1)
    if (item === undefined) return undefined
    text += index === 0 ? item : `,${item}`
  }
  return `[${text}]`
}

function writeMembers(value: Readonly<Record<string, unknown>>, depth: number): string | undefined {
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const member = writeWhole(value[name], depth + 1)
    const written = writeWhole(name, depth)
    if (member === undefined || written === undefined) return undefined
    text += text === '' ? `${written}:${member}` : `,${written}:${member}`
  }
  return `{${text}}`
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
