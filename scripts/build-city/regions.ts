import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { regionLevelOf } from '#modules/organisation/rules/regions.ts'
import { Region } from '#modules/organisation/schema.ts'

const DISTRICT = '440114'

/** The region files to ship, by name: all provinces and prefectures of the facts, and the demo district down to the village. */
export async function regionFiles(factsFolder: string): Promise<ReadonlyMap<string, readonly Region[]>> {
  const facts = JSON.parse(await readFile(join(factsFolder, 'regions.json'), 'utf8')) as { readonly regions: readonly unknown[] }
  const regions = facts.regions.map((row) => {
    const { code, name, level, parent } = row as Record<string, unknown>
    return Region.parse({ code, name, level, parent })
  })
  // A city without counties (441900, 442000) stands in the facts a second time, as its own county.
  const counties = regions.filter((region) => region.level === 'county' && regionLevelOf(region.code) === 'county')
  return new Map([
    ['provinces.json', regions.filter((region) => region.level === 'province')],
    ['prefectures.json', regions.filter((region) => region.level === 'prefecture')],
    ['counties.json', counties],
    [`${DISTRICT}.json`, regions.filter((region) => region.parent?.startsWith(DISTRICT) === true)],
  ])
}
