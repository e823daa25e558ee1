import type { StaffCaller } from '#kernel/access/caller.ts'
import { unitsWithBoth } from './official-year.ts'
import type { Stage } from './stage.ts'

/** Who watches and who is watched. */
export interface Watchers {
  /** An inspector, in turn, other than the one with this staff number. */
  inspector(turn: number, except?: string): Promise<StaffCaller>
  /** The head of a unit, unless the unit has none or he inspects himself. */
  head(unitId: string): Promise<StaffCaller | undefined>
  /** A reviewer of a unit. */
  officer(unitId: string, turn: number): Promise<StaffCaller | undefined>
  /** Units that work with the public. */
  readonly units: readonly string[]
}

export function watchersOf({ people }: Pick<Stage, 'people'>): Watchers {
  return {
    units: unitsWithBoth('reviewer', 'approver'),
    async inspector(turn, except) {
      const all = (await people.inOffice('inspector')).filter(({ id }) => id !== except)
      return all[turn % all.length] as StaffCaller
    },
    async head(unitId) {
      const watching = new Set((await people.inOffice('inspector')).map(({ id }) => id))
      return (await people.holders('unitHead', unitId)).find(({ id }) => !watching.has(id))
    },
    async officer(unitId, turn) {
      const all = await people.holders('reviewer', unitId)
      return all.length === 0 ? undefined : all[turn % all.length]
    },
  }
}
