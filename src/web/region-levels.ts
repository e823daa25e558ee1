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

async function regionsUnder(context: Readonly<RouterContextProvider>, parent: string | undefined) {
  const { items } = await call(context, 'organisation.list-regions', { limit: 100, ...(parent !== undefined && { parent }) })
  return items.map(({ code, name }) => ({ value: code, label: name }))
}
