import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Region } from '#modules/organisation/schema.ts'

const DISTRICT = '440114'

/** The region files to ship, by name: all provinces and prefectures of the facts, and the demo district down to the village. */
export async function regionFiles(factsFolder: string): Promise<ReadonlyMap<string, readonly Region[]>> {
  const facts = JSON.parse(await readFile(join(factsFolder, 'regions.json'), 'utf8')) as { readonly regions: readonly unknown[] }
  const regions = facts.regions.map((row) => {
    const { code, name, level, parent } = row as Record<string, unknown>
    return Region.parse({ code, name, level, parent })
  })
  return new Map([
    ['provinces.json', regions.filter((region) => region.level === 'province')],
    ['prefectures.json', regions.filter((region) => region.level === 'prefecture')],
    ['counties.json', regions.filter((region) => region.level === 'county')],
    [`${DISTRICT}.json`, regions.filter((region) => region.parent?.startsWith(DISTRICT) === true)],
  ])
}
