import type { FormField } from '#modules/catalogue/schema/form.ts'
import { PEOPLE_FAMILIES } from './families-of-people.ts'
import { PLACE_FAMILIES } from './families-of-places.ts'

const FAMILIES = [...PLACE_FAMILIES, ...PEOPLE_FAMILIES]

/** The business section of an item's form: the family that lists the item itself, else the one of its prefix. */
export function familyOf(factId: string): { readonly title: string; readonly fields: readonly FormField[] } {
  const row = FAMILIES.find(([ids]) => ids.includes(factId)) ?? FAMILIES.find(([ids]) => ids.includes(factId.slice(0, 2)))
  if (row === undefined) throw new Error(`no form family for ${factId}`)
  return { title: row[1], fields: row[2] }
}
