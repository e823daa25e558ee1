import type { InputOf } from '#app'
import { optionsOf } from '../portal-text.ts'

export type CatalogueSearch = Pick<InputOf<'publication.list-records'>, 'q' | 'class' | 'theme' | 'unitId' | 'cursor'>

const classes = optionsOf('classes').map(({ value }) => value)
const themes = optionsOf('themes').map(({ value }) => value)

/** What the address asks the catalogue for. What cannot be meant is left out, so that an old link still shows a list. */
export function readSearch(params: URLSearchParams): CatalogueSearch {
  const given = (name: string, isMeant: (value: string) => boolean): Readonly<Record<string, string>> => {
    const value = params.get(name)?.trim() ?? ''
    return value !== '' && isMeant(value) ? { [name]: value } : {}
  }
  return {
    ...given('q', (value) => value.length <= 200),
    ...given('class', (value) => classes.includes(value)),
    ...given('theme', (value) => themes.includes(value)),
    ...given('unitId', (value) => /^[a-z0-9-]{1,60}$/.test(value)),
    ...given('cursor', (value) => /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z~[0-9a-f-]{36}$/.test(value)),
  }
}

/** The address of a search. */
export function searchHref(search: CatalogueSearch, changes: CatalogueSearch = {}): string {
  const { cursor: _cursor, ...kept } = search
  const asked = Object.entries({ ...kept, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]))
  return asked.length === 0 ? '/publications' : `/publications?${new URLSearchParams(asked)}`
}
