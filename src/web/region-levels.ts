import type { RouterContextProvider } from 'react-router'
import { regionChain } from '#ui/region-chain.ts'
import { call } from './call.ts'

/** One menu of a `RegionPicker`. */
export interface RegionLevel {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
}

/** The menus down to the chosen region, and one more below it where regions below it are known. */
export async function findRegionLevels(context: Readonly<RouterContextProvider>, chosen: string | undefined): Promise<readonly RegionLevel[]> {
  const chain = regionChain(chosen ?? '')
  const levels = await Promise.all([undefined, ...chain].map(async (parent, place) => ({ options: await regionsUnder(context, parent), value: chain[place] ?? '' })))
  return levels.filter(({ options }) => options.length > 0)
}

/** The names of a region from the province down, as they stand in an address; empty for none. */
export async function findRegionNames(context: Readonly<RouterContextProvider>, code: string): Promise<string> {
  const chain = regionChain(code)
  const names = await regionNamesFor(context, chain)
  return chain.map((one) => names[one] ?? '').join('')
}

/** The names of regions by their codes, so that no page shows a code: each is asked for among its neighbours. */
export async function regionNamesFor(context: Readonly<RouterContextProvider>, codes: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const parents = [...new Set(codes.map((code) => regionChain(code).at(-2)))]
  const known = await Promise.all(parents.map((parent) => regionsUnder(context, parent)))
  return Object.fromEntries(known.flat().map(({ value, label }) => [value, label]))
}

async function regionsUnder(context: Readonly<RouterContextProvider>, parent: string | undefined) {
  const { items } = await call(context, 'organisation.list-regions', { limit: 100, ...(parent !== undefined && { parent }) })
  return items.map(({ code, name }) => ({ value: code, label: name }))
}
