import { say } from './text.ts'

/** What the address of the list of services asks for. Values that cannot be meant are left out. */
export interface ServiceSearch {
  readonly q: string | undefined
  readonly department: string | undefined
  readonly theme: string | undefined
  readonly audience: 'person' | 'organisation' | undefined
  readonly cursor: string | undefined
}

const key = /^[a-z][a-zA-Z0-9-]{0,59}$/

export function readSearch(params: URLSearchParams): ServiceSearch {
  const text = (name: string, shape: RegExp) => [params.get(name)?.trim() ?? ''].find((value) => shape.test(value))
  return {
    q: text('q', /^.{1,200}$/s),
    department: text('department', key),
    theme: text('theme', key),
    audience: (['person', 'organisation'] as const).find((one) => one === params.get('audience')),
    cursor: text('cursor', /^\d{1,6}(\.\d{1,6})?~[0-9A-Z]{1,50}$/),
  }
}

/** The address of the same search with changes. */
export function searchHref(search: ServiceSearch, changes: Partial<ServiceSearch>): string {
  const params = new URLSearchParams(Object.entries({ ...search, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return params.size > 0 ? `/services?${params}` : '/services'
}

/** The heading: what was looked for, in words. */
export function titleOf({ q, department, theme }: ServiceSearch, names: { readonly department: string | undefined; readonly theme: string | undefined }): string {
  if (q !== undefined) return say('services.found-for', { words: q })
  if (department !== undefined && names.department !== undefined) return say('services.of-department', { department: names.department })
  if (theme !== undefined && names.theme !== undefined) return say('services.of-theme', { theme: names.theme })
  return say('services.title')
}
