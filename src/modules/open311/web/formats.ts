import type { Attempt } from '#web/call.ts'
import { statusOf } from '#web/refusals.ts'

export type Format = 'json' | 'xml'
type Leaf = string | number | boolean | null
export interface Node {
  readonly [name: string]: Leaf | readonly Node[] | readonly string[] | undefined
}

/** The name and the format of `services.xml`; undefined for any other ending. */
export function fileNamed(file: string | undefined): { readonly name: string; readonly format: Format } | undefined {
  const [, name, format] = /^([\w-]+)\.(json|xml)$/.exec(file ?? '') ?? []
  return name === undefined || (format !== 'json' && format !== 'xml') ? undefined : { name, format }
}

/** How lists are called in XML, where JSON has arrays: `<services><service>…`. */
export interface Names {
  readonly list: string
  readonly item: string
}

export function answerList(format: Format, names: Names, nodes: readonly Node[], status = 200): Response {
  if (format === 'json') return respond(JSON.stringify(nodes), format, status)
  return respond(element(names.list, nodes.map((node) => elementOf(names.item, node)).join('')), format, status)
}

/** One thing that is no list in either format: the discovery, a service definition. */
export function answerOne(format: Format, name: string, node: Node): Response {
  return respond(format === 'json' ? JSON.stringify(node) : elementOf(name, node), format, 200)
}

/** A refusal as the standard wants it: a list of code and description. What the standard has no status for is a 400. */
export function answerError(format: Format, refused: Extract<Attempt<unknown>, { readonly ok: false }>): Response {
  const status = statusOf(refused.refusal.kind)
  const code = [401, 403, 404, 429, 503].includes(status) ? status : 400
  return answerList(format, { list: 'errors', item: 'error' }, [{ code, description: refused.refusal.title }], code)
}

export function notFound(): Response {
  return new Response(null, { status: 404 })
}

const itemNames: Readonly<Record<string, string>> = { attributes: 'attribute', endpoints: 'endpoint', formats: 'format', values: 'value' }

function elementOf(name: string, node: Node): string {
  const inside = Object.entries(node).map(([key, value]) => {
    if (value === undefined) return ''
    if (!Array.isArray(value)) return element(key, escaped(value as Leaf))
    return element(key, value.map((item: Node | string) => (typeof item === 'string' ? element(itemNames[key] ?? key, escaped(item)) : elementOf(itemNames[key] ?? key, item))).join(''))
  })
  return element(name, inside.join(''))
}

function element(name: string, inside: string): string {
  return `<${name}>${inside}</${name}>`
}

function escaped(value: Leaf): string {
  return String(value ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function respond(body: string, format: Format, status: number): Response {
  const text = format === 'json' ? body : `<?xml version="1.0" encoding="utf-8"?>\n${body}`
  return new Response(text, { status, headers: { 'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8', 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'content-security-policy': "default-src 'none'" } })
}
