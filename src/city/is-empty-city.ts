import type { App } from '../app.ts'
import { loader } from './loader.ts'

/** Whether nobody has set up this database yet. */
export async function isEmptyCity(app: App): Promise<boolean> {
  const { items } = await app.call('organisation.list-units', loader, { limit: 1 })
  return items.length === 0
}
