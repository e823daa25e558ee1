import type { App } from '#app'
import { law } from '#kernel/access/caller.ts'
import type { Day } from '#kernel/time/day.ts'
import type { PartSource } from './combined-rows.ts'

/** Reads the figures of a period in parts from an office, through its public operations. */
export function partSource(app: App, { from, to }: { readonly from: Day; readonly to: Day }): PartSource {
  return {
    from,
    to,
    parts: async (metric, by, changes = {}) => (await app.call('reporting.get-figure', law, { metric, from, to, ...changes, by })).parts,
    async windows() {
      const { items: halls } = await app.call('organisation.list-halls', law, { limit: 100 })
      const windows = await Promise.all(halls.map(({ id: hallId }) => app.call('organisation.list-windows', law, { hallId, limit: 100 })))
      return windows.flatMap(({ items }) => items.map(({ id, kind }) => ({ id, general: kind === 'GENERAL' })))
    },
  }
}
