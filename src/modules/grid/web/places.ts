import type { RouterContextProvider } from 'react-router'
import { call } from '#web/call.ts'

type PageContext = Readonly<RouterContextProvider>

export interface Named {
  readonly code: string
  readonly name: string
}

/** The towns and streets of the district, by their governments. */
export async function townsFor(context: PageContext): Promise<readonly (Named & { readonly unitId: string })[]> {
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  return items.filter(({ kind }) => kind === 'townGovernment').map(({ id, regionCode, shortName }) => ({ code: regionCode, name: shortName, unitId: id }))
}

/** The communities and villages of a town. */
export async function communitiesOf(context: PageContext, town: string): Promise<readonly Named[]> {
  const { items } = await call(context, 'organisation.list-regions', { parent: town, limit: 100 })
  return items.map(({ code, name }) => ({ code, name }))
}

/** What the cells of some events are called, and the units by their names. */
export async function namesFor(context: PageContext, cellIds: readonly string[]): Promise<{ readonly communities: Readonly<Record<string, string>>; readonly units: Readonly<Record<string, string>>; readonly departments: readonly { readonly value: string; readonly label: string }[] }> {
  const { items } = await call(context, 'organisation.list-units', { limit: 100 })
  const towns = [...new Set(cellIds.map((id) => id.slice(0, 9)))]
  const communities = (await Promise.all(towns.map((town) => communitiesOf(context, town)))).flat()
  return {
    communities: Object.fromEntries(communities.map(({ code, name }) => [code, name])),
    units: Object.fromEntries(items.map(({ id, shortName }) => [id, shortName])),
    departments: items.filter(({ kind }) => kind === 'department' || kind === 'publicUtility').map(({ id, shortName }) => ({ value: id, label: shortName })),
  }
}
