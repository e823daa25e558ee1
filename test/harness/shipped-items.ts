import { join } from 'node:path'
import { readShippedCatalogue } from '#modules/catalogue/shipped.ts'

/** The items that ship, as they are loaded into a new office. */
export function shippedItems(): ReturnType<typeof readShippedCatalogue>['items'] {
  return readShippedCatalogue(join(import.meta.dirname, '../../data/catalogue')).items
}
