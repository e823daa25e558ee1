import type { CallOptions } from '#kernel/contract/call.ts'
import type { StaffMember, Unit } from '#modules/organisation/index.ts'
import type { App, InputOf } from '../app.ts'
import { readCityBytes, readCityFile } from './city-files.ts'
import { loader } from './loader.ts'

interface ShippedCell {
  readonly id: string
  readonly ring: [number, number][]
  readonly workerNo: string
}

/** Lays the grid of the demo district, with the components that stand in it. The telephones that are public are those of the worker and of the town's complaint line. */
export async function loadGrid(app: App, options: CallOptions = {}): Promise<void> {
  const staff = new Map(readCityFile<StaffMember[]>('city/staff.json').map((member) => [member.staffNo, member]))
  const units = new Map(readCityFile<Unit[]>('city/units.json').map((unit) => [unit.key, unit]))
  const cells = readCityFile<ShippedCell[]>('grid/cells.json').map(({ id, ring, workerNo }): InputOf<'grid.load-cells'>['cells'][number] => {
    const worker = staff.get(workerNo)
    const unit = worker && units.get(worker.unitKey)
    if (worker === undefined || unit === undefined) throw new Error(`cell ${id} has no worker`)
    return { id, ring, unitId: unit.key, workerId: workerNo, workerPhone: worker.phone, supervisionPhone: unit.phones.complaint }
  })
  const outline = readCityFile<[number, number][]>('grid/outline.json')
  const loaded = await app.call('grid.load-cells', loader, { outline, cells }, options)
  const { added, rejected } = await app.call('grid.import-components', loader, { bytes: readCityBytes('grid/components.csv'), format: 'csv' }, options)
  if (rejected > 0) throw new Error(`${rejected} components do not stand in the grid`)
  app.services.log.info('grid loaded', { ...loaded, components: added })
}
