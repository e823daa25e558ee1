// Writes data/grid/frame.json, outline.json, cells.json and components.csv from the sketch of the demo district: fictional cells that divide it exactly, and a few components in each. Usage: node scripts/build-grid.ts
// The same sketch gives the same bytes.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCsv } from '#kernel/csv/csv.ts'
import { findBorderFaults } from '#modules/grid/rules/border.ts'
import { findPartitionFaults } from '#modules/grid/rules/partition.ts'
import { cellsOf, LATTICE, type Sketch } from './build-grid/cells.ts'
import { componentsOf } from './build-grid/components.ts'
import { districtOf } from './build-grid/outline.ts'

const DATA = join(import.meta.dirname, '..', 'data')

async function read<T>(...path: readonly string[]): Promise<T> {
  return JSON.parse(await readFile(join(DATA, ...path), 'utf8')) as T
}

const sketch = await read<Sketch>('regions', 'sketches', '440114.json')
const regions = await read<readonly { readonly code: string; readonly level: string; readonly parent: string }[]>('regions', '440114.json')
const staff = await read<readonly { readonly staffNo: string; readonly unitKey: string; readonly roles: readonly { readonly role: string }[] }[]>('city', 'staff.json')
const units = await read<readonly { readonly key: string; readonly kind: string; readonly regionCode: string }[]>('city', 'units.json')

const towns = sketch.townships.map((town) => {
  const unit = units.find(({ kind, regionCode }) => kind === 'townGovernment' && regionCode === town.code)
  const workers = staff.filter(({ unitKey, roles }) => unitKey === unit?.key && roles.some(({ role }) => role === 'gridWorker')).map(({ staffNo }) => staffNo)
  return { ...town, workers, communities: regions.filter(({ level, parent }) => level === 'village' && parent === town.code).map(({ code }) => code) }
})
const cells = towns.flatMap(cellsOf)
const district = districtOf(sketch)
const outlines = cells.map(({ id, ring }) => ({ id, ring: ring.map(([x = 0, y = 0]) => [x, y] as const) }))
const faults = [...findPartitionFaults(outlines), ...findBorderFaults(outlines, district)]
if (faults.length > 0) throw new Error(`the cells are no partition: ${JSON.stringify(faults.slice(0, 3))}`)

const frame = { width: sketch.width * LATTICE, height: sketch.height * LATTICE, west: 112.95, north: 23.62, degreesEast: 0.0000225, degreesSouth: 0.0000205 }
await writeFile(join(DATA, 'grid', 'frame.json'), `${JSON.stringify(frame, null, 2)}\n`)
await writeFile(join(DATA, 'grid', 'outline.json'), `${JSON.stringify(district)}\n`)
await writeFile(join(DATA, 'grid', 'cells.json'), `[\n${cells.map((cell) => JSON.stringify(cell)).join(',\n')}\n]\n`)
const components = componentsOf(cells, '2026-05-08')
await writeFile(join(DATA, 'grid', 'components.csv'), writeCsv(components))
console.log(`data/grid/components.csv: ${components.length - 1}`)
console.log(`data/grid/cells.json: ${cells.length}`)
