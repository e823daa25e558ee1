// Writes data/regions and the computed files of data/city. Usage: node scripts/build-city.ts FACTS_FOLDER
// The same facts give the same bytes. data/city/halls.json and roles.json are written by hand.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { regionFiles } from './build-city/regions.ts'
import { headAgenciesOf, staffOf } from './build-city/staff.ts'
import { authorisations, citizens, organisations } from './build-city/subjects.ts'
import { postsOf, unitsOf, type Department } from './build-city/units.ts'
import { windows } from './build-city/windows.ts'

const DATA = join(import.meta.dirname, '..', 'data')

async function readRows<T>(...path: readonly string[]): Promise<readonly T[]> {
  return JSON.parse(await readFile(join(DATA, ...path), 'utf8')) as readonly T[]
}

/** One record per line: small, and a change of one record is a change of one line. */
async function writeRows(folder: string, name: string, rows: readonly unknown[]): Promise<void> {
  await mkdir(join(DATA, folder), { recursive: true })
  await writeFile(join(DATA, folder, name), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
  console.log(`data/${folder}/${name}: ${rows.length}`)
}

const [factsFolder] = process.argv.slice(2)
if (factsFolder === undefined) {
  console.error('usage: node scripts/build-city.ts FACTS_FOLDER')
  process.exit(2)
}

const regions = await regionFiles(factsFolder)
for (const [name, rows] of regions) await writeRows('regions', name, rows)

const towns = (regions.get('440114.json') ?? []).filter((region) => region.level === 'township')
const departments = await readRows<Department>('catalogue', 'departments.json')
const halls = (await readRows<{ readonly key: string }>('city', 'halls.json')).map((hall) => hall.key)

const units = unitsOf(departments, towns)
const staff = staffOf(units, halls, windows())
await writeRows('city', 'units.json', units)
await writeRows('city', 'posts.json', postsOf(units))
await writeRows('city', 'windows.json', windows())
await writeRows('city', 'staff.json', staff)
await writeRows('city', 'head-agencies.json', headAgenciesOf(staff))
await writeRows('city', 'citizens.json', citizens())
await writeRows('city', 'organisations.json', organisations())
await writeRows('city', 'authorisations.json', authorisations())
