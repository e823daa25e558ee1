import { DELEGATED_POWERS } from '../schema.ts'
import type { DelegatedPower } from '../schema.ts'

export interface ResidencyFacts {
  /** Items that must enter the hall (应进必进). */
  readonly mandatoryItems: readonly string[]
  /** Items kept out with a published reason, such as special demands on the site. */
  readonly exceptedItems: readonly string[]
  readonly residentItems: readonly string[]
  /** Staff of the department who sit in the hall. */
  readonly staffInHall: readonly string[]
  /** Powers of the chief representative's post in the hall. */
  readonly delegatedPowers: readonly DelegatedPower[]
}

export interface ResidencyChecklist {
  readonly itemsInPlace: boolean
  readonly missingItems: readonly string[]
  readonly staffInPlace: boolean
  readonly powersInPlace: boolean
  readonly missingPowers: readonly DelegatedPower[]
  /** Resident of the items that must enter, exceptions left out; kept as two figures so that the rate can be checked. */
  readonly rate: { readonly numerator: number; readonly denominator: number }
}

/** The three checks of 两集中两到位 for one department: items, staff and delegated powers in the hall. */
export function residencyOf(facts: ResidencyFacts): ResidencyChecklist {
  const excepted = new Set(facts.exceptedItems)
  const resident = new Set(facts.residentItems)
  const due = [...new Set(facts.mandatoryItems)].filter((item) => !excepted.has(item))
  const missingItems = due.filter((item) => !resident.has(item))
  const missingPowers = DELEGATED_POWERS.filter((power) => !facts.delegatedPowers.includes(power))
  return {
    itemsInPlace: missingItems.length === 0,
    missingItems,
    staffInPlace: facts.staffInHall.length > 0,
    powersInPlace: missingPowers.length === 0,
    missingPowers,
    rate: { numerator: due.length - missingItems.length, denominator: due.length },
  }
}
