import type { StaffMember } from '#modules/organisation/index.ts'
import shippedCells from '../../../data/grid/cells.json' with { type: 'json' }
import { readCityFile } from '../city-files.ts'

export type Cell = (typeof shippedCells)[number]

const townOfWorker = new Map(readCityFile<StaffMember[]>('city/staff.json').map(({ staffNo, unitKey }) => [staffNo, unitKey]))

/** The government of the town in which a cell of the grid lies: the one that employs its worker. */
export function townOf({ workerNo }: Pick<Cell, 'workerNo'>): string {
  return townOfWorker.get(workerNo) ?? ''
}

export function cellsOf(town: string): readonly Cell[] {
  return shippedCells.filter((cell) => townOf(cell) === town)
}
